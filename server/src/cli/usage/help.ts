import type { DisplayLanguage } from '../../service';

const helps: Readonly<Record<DisplayLanguage, string>> = {
  en: `api-response: explains and checks Tencent Cloud API responses, offline.

Usage:
  api-response check [options] PATH... | -   check files, folders (recursively) or standard input
  api-response explain CODE [options]        say what an error code means
  api-response ticket PATH [options]         print the support template, filled in
  api-response catalog import DIR --out FILE create a catalog file from the Tencent Cloud SDK in a folder

check:
  --format FORMAT        text|json|sarif|github: output format (text)
  --fail-on SEVERITY     error|warning|information|hint|never: exit with 1 from this severity on (error)
  --max-warnings N       exit with 1 if there are more warnings
  --quiet                print errors only; the rest is counted in the summary
  --output FILE          write to this new file instead of standard output
  --source PATH          check the error codes in source files too: a file or a folder (repeatable)
  --declared GLOB        documents that are API responses whatever their content (repeatable)
  --rule ID=SEVERITY     set a rule to error|warning|information|hint|off (repeatable)
  --unwrapped            recognize failures without the outer Response too
  --product NAME         the product that codes belong to
  --catalog FILE         a catalog of your own, or what catalog import wrote (repeatable)
  --stdin-filename NAME  name of standard input, which determines its format

explain:
  --format text|json, --product NAME, --catalog FILE

ticket:
  --index N              which response of the document, from 0 (the first failure, else the first)
  --product NAME         the product, if the document does not name it
  --catalog FILE         as for check

catalog import:
  --out FILE             the file to write; an earlier import is replaced, no other file is

check, explain, ticket:
  --no-project-file      ignore .api-response.json files

All: --locale en|zh-cn (en), -h, --help, --version

Exit codes: 0 nothing found, 1 something found (explain: unknown code), 2 wrong usage or unreadable files.
`,
  'zh-cn': `api-response：离线解释并检查腾讯云 API 的响应。

用法：
  api-response check [选项] 路径... | -      检查文件、文件夹（含子文件夹）或标准输入
  api-response explain 错误码 [选项]         解释错误码的含义
  api-response ticket 路径 [选项]            输出填好的工单模板
  api-response catalog import 目录 --out 文件  从已安装的 SDK 生成错误码库文件

check：
  --format 格式          text|json|sarif|github：输出格式（text）
  --fail-on 级别         error|warning|information|hint|never：达到该级别即以 1 退出（error）
  --max-warnings N       警告多于 N 条即以 1 退出
  --quiet                只输出错误，其余仅计入汇总
  --output 文件          写入该新文件，而不是标准输出
  --source 路径          同时检查源代码中的错误码：文件或文件夹（可重复）
  --declared 通配符      无论内容如何都视为 API 响应的文档（可重复）
  --rule 规则=级别       将规则设为 error|warning|information|hint|off（可重复）
  --unwrapped            同时识别没有外层 Response 的失败响应
  --product 产品         错误码所属的产品
  --catalog 文件         自定义错误码库，或 catalog import 生成的文件（可重复）
  --stdin-filename 名称  标准输入的名称，决定以何种方式读取

explain：
  --format text|json, --product 产品, --catalog 文件

ticket：
  --index N              文档中的第几个响应，从 0 开始（默认第一个失败的响应，没有则为第一个响应）
  --product 产品         文档中没有写明时所用的产品
  --catalog 文件         同 check

catalog import：
  --out 文件             要写入的文件；会覆盖之前导入的文件，不会覆盖其他文件

check、explain、ticket：
  --no-project-file      不读取 .api-response.json 项目文件

通用：--locale en|zh-cn（en）、-h、--help、--version

退出码：0 未发现问题，1 发现问题（explain：错误码未知），2 用法错误或文件无法读取。
`,
};

/** What `--help` prints. */
export function help(language: DisplayLanguage): string {
  return helps[language];
}
