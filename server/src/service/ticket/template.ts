import type { DisplayLanguage } from '../base/localizer';

const templates: Readonly<Record<DisplayLanguage, string>> = {
  en: `Tencent Cloud API support request

RequestId:   {{requestId}}{{^requestId}}(none in the response){{/requestId}}
{{#code}}
Error code:  {{code}}{{#description}} ({{description}}){{/description}}
{{/code}}
{{#message}}
Message:     {{message}}
{{/message}}
{{#insight}}
Insight:     {{insight}}
{{/insight}}
{{#itemCodes}}
Item codes:  {{itemCodes}}
{{/itemCodes}}
Product:     {{product}}{{^product}}(please fill in){{/product}}
Action:      {{action}}{{^action}}(please fill in){{/action}}
Region:      {{region}}{{^region}}(please fill in){{/region}}
{{#apiVersion}}
API version: {{apiVersion}}
{{/apiVersion}}
{{#requestTime}}
Call time:   {{requestTime}}
{{/requestTime}}
Found in:    {{file}}, line {{line}}
Local time:  {{localTime}}
UTC:         {{utcTime}}

What was expected:
{{#failed}}
The call{{#action}} {{action}}{{/action}} succeeds.
{{/failed}}
{{^failed}}
(please fill in: the call succeeded, what is wrong with its answer?)
{{/failed}}

Steps to reproduce:
1. Call {{action}}{{^action}}the action{{/action}}{{#product}} of {{product}}{{/product}}{{#region}} in {{region}}{{/region}}.
2. {{#failed}}The response is a failure{{#code}} with code {{code}}{{/code}}.{{/failed}}{{^failed}}(please fill in){{/failed}}
`,
  'zh-cn': `腾讯云 API 工单

RequestId：{{requestId}}{{^requestId}}（响应中没有）{{/requestId}}
{{#code}}
错误码：{{code}}{{#description}}（{{description}}）{{/description}}
{{/code}}
{{#message}}
错误信息：{{message}}
{{/message}}
{{#insight}}
解读：{{insight}}
{{/insight}}
{{#itemCodes}}
各项错误码：{{itemCodes}}
{{/itemCodes}}
产品：{{product}}{{^product}}（请填写）{{/product}}
接口：{{action}}{{^action}}（请填写）{{/action}}
地域：{{region}}{{^region}}（请填写）{{/region}}
{{#apiVersion}}
接口版本：{{apiVersion}}
{{/apiVersion}}
{{#requestTime}}
调用时间：{{requestTime}}
{{/requestTime}}
出处：{{file}}，第 {{line}} 行
本地时间：{{localTime}}
UTC 时间：{{utcTime}}

期望结果：
{{#failed}}
{{#action}}{{action}} {{/action}}调用成功。
{{/failed}}
{{^failed}}
（请填写：调用已成功，返回内容有什么问题？）
{{/failed}}

复现步骤：
1. {{#region}}在 {{region}} {{/region}}调用{{#product}} {{product}} 的{{/product}}{{#action}} {{action}} {{/action}}接口。
2. {{#failed}}响应为失败{{#code}}，错误码为 {{code}}{{/code}}。{{/failed}}{{^failed}}（请填写）{{/failed}}
`,
};

/** The built-in support template. docs/ticket.md lists the placeholders. */
export function defaultTemplate(language: DisplayLanguage): string {
  return templates[language];
}
