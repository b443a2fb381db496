/** The support template in use until the user writes another one; placeholders are listed in docs/ticket.md. */
export const defaultTemplate = `Tencent Cloud API support request

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
`;
