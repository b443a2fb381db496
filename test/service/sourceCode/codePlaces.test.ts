import assert from 'node:assert/strict';
import { readSource } from '../../../server/src/service/sourceCode';
import { readMarkers, renderMarkers } from '../../support/markers';
import { sourceCatalog } from '../../support/sourceCatalog';

/** The text with the codes marked that are found in it, a literal as `‹|…|›`, a constant as `‹its code|…|›`. */
function markCodes(text: string, languageId: string, path = 'file:///w/file'): string {
  const { uses = [] } = readSource(text, { languageId, path }, sourceCatalog()) ?? {};
  return renderMarkers(
    text,
    uses.map(({ code, kind, span }) => ({ ...span, label: kind === 'constant' ? code : '' })),
  );
}

function check(languageId: string, lines: string): void {
  const { text, ranges } = readMarkers(lines);
  assert.equal(markCodes(text, languageId), renderMarkers(text, ranges));
}

const go = 'import cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\n';
const python = 'from tencentcloud.cvm.v20170312 import cvm_client, errorcodes\n';
const node = "import { cvm } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cvm/v20170312';\n";
const java = 'import com.tencentcloudapi.cvm.v20170312.CvmClient;\n';
const php = '<?php\nuse TencentCloud\\Cvm\\V20170312\\CvmClient;\n';
const csharp = 'using TencentCloud.Cvm.V20170312;\n';
const cpp = '#include <tencentcloud/cvm/v20170312/CvmClient.h>\n';
const ruby = "require 'tencentcloud-sdk-cvm'\n";
const terraform = 'provider "tencentcloud" {\n}\n';

describe('error codes in source code', () => {
  const cases: Readonly<Record<string, readonly [languageId: string, text: string][]>> = {
    'are found in string literals': [
      ['go', `${go}if e.Code == "‹|ResourceNotFound.InstanceNotFound|›" {`],
      ['go', `${go}if e.Code == \`‹|ResourceNotFound.InstanceNotFound|›\` {`],
      ['python', `${python}if err.code == '‹|ResourceNotFound.InstanceNotFound|›':`],
      ['python', `${python}if err.code == r"""‹|ResourceNotFound.InstanceNotFound|›""":`],
      ['java', `${java}if ("‹|ResourceNotFound.InstanceNotFound|›".equals(e.getErrorCode())) {`],
      ['typescript', `${node}if (error.code === '‹|ResourceNotFound.InstanceNotFound|›') {`],
      ['typescriptreact', `${node}return <p title="x">{code === \`‹|ResourceNotFound.Any|›\` ? 'a' : "b"}</p>;`],
      ['javascript', `${node}if (e.code !== "‹|ResourceNotFound.InstanceNotFound|›") {`],
      ['php', `${php}if ($e->getErrorCode() === '‹|ResourceNotFound.InstanceNotFound|›') {`],
      ['csharp', `${csharp}if (e.ErrorCode == @"‹|ResourceNotFound.InstanceNotFound|›") {`],
      ['csharp', `${csharp}if (e.ErrorCode == """‹|ResourceNotFound.InstanceNotFound|›""") {`],
      ['cpp', `${cpp}if (outcome.GetError().GetErrorCode() == "‹|ResourceNotFound.InstanceNotFound|›") {`],
      ['cpp', `${cpp}auto code = u8R"x(‹|ResourceNotFound.InstanceNotFound|›)x";`],
      ['ruby', `${ruby}raise unless e.code == '‹|ResourceNotFound.InstanceNotFound|›'`],
      ['terraform', `${terraform}locals {\n  code = "‹|ResourceNotFound.InstanceNotFound|›"\n}`],
    ],
    'are found after what is easily taken for a string or a comment': [
      ['go', `${go}quote, code := '"', "‹|InternalError|›"`],
      ['go', `${go}path := \`C:\\\`; code := "‹|InternalError|›"`],
      ['python', `${python}x = 'it''s # no comment'; code = "‹|InternalError|›"`],
      ['python', `${python}"""It's\na docstring"""\ncode = "‹|InternalError|›"`],
      ['java', `${java}char c = '"'; String url = "https://x"; String code = "‹|InternalError|›";`],
      ['java', `${java}String s = """\n  "\n  """; String code = "‹|InternalError|›";`],
      ['typescript', `${node}const s = x.replace(/["'\`/*]/g, ''); const code = '‹|InternalError|›';`],
      ['typescript', `${node}const half = a / 2, code = "‹|InternalError|›", b = 1 / 3;`],
      ['typescript', `${node}const s = \`a \${f({ x: \`"\${y}\` })} "\`; const code = '‹|InternalError|›';`],
      ['javascriptreact', `${node}const p = <p>don't</p>;\nconst code = '‹|InternalError|›';`],
      ['php', `<p>don't</p>\n${php}$code = '‹|InternalError|›';`],
      ['php', `${php}$s = f(<<<"END"\n  it's\n  END, $code == '‹|InternalError|›');`],
      ['csharp', `${csharp}var path = @"C:\\"; var code = "‹|InternalError|›";`],
      ['csharp', `${csharp}var s = @"say ""hi"""; var t = $"{x["a"]}"; var code = "‹|InternalError|›";`],
      ['cpp', `${cpp}int n = 1'000'0; char q = '"'; auto code = "‹|InternalError|›";`],
      ['cpp', `${cpp}auto s = R"(")"; auto code = "‹|InternalError|›";`],
      ['ruby', `${ruby}s = "a #{h["b"]} c"; r = /["']/; code = '‹|InternalError|›'`],
      ['ruby', `${ruby}f(<<~TEXT, code == '‹|InternalError|›')\n  it's\nTEXT\ncode = '‹|InternalError|›'`],
      ['terraform', `${terraform}x = <<-EOT\n  it"s\n  EOT\ny = "\${f("a")}"\ncode = "‹|InternalError|›"`],
    ],
    'are not found in comments': [
      ['go', `${go}// "ResourceNotFound.InstanceNotFound"\n/* code: "InternalError"\n"ResourceNotFound.X" */ x := 1`],
      ['python', `${python}# code == "ResourceNotFound.InstanceNotFound"`],
      ['java', `${java}/** code "ResourceNotFound.InstanceNotFound" */ // "InternalError"`],
      ['typescript', `${node}// code === 'ResourceNotFound.InstanceNotFound'`],
      ['php', `${php}# $code == 'ResourceNotFound.InstanceNotFound'\n// 'InternalError.X'`],
      ['csharp', `${csharp}/// code "ResourceNotFound.InstanceNotFound"`],
      ['cpp', `${cpp}/* code "ResourceNotFound.InstanceNotFound"`],
      ['ruby', `${ruby}# 'ResourceNotFound.X'\n=begin\ncode = 'ResourceNotFound.X'\n=end\ncode = '‹|InternalError|›'`],
      ['terraform', `${terraform}# code = "ResourceNotFound.X"\n// "ResourceNotFound.X"\n/* "ResourceNotFound.X" */`],
    ],
    'are not part of a larger literal': [
      ['go', `${go}s := "see ResourceNotFound.InstanceNotFound"`],
      ['typescript', `${node}const s = \`ResourceNotFound.\${kind}\`;`],
      ['python', `${python}s = "code: InternalError"`],
    ],
    'of a single word stand beside something called a code': [
      ['go', `${go}return code == "‹|ResourceInUse|›" &&\n\tstate != "InternalError"`],
      ['go', `${go}state := "InternalError"`],
      ['go', `${go}switch e.Code {\ncase "‹|ResourceInUse|›", "CONFLICT":\n}`],
      ['go', `${go}switch e.State {\ncase "ResourceInUse":\n}`],
      ['go', `${go}var retryableErrorCode = []string{\n\t// common\n\t"‹|ResourceInUse|›",\n\t"‹|InternalError|›",\n}`],
      ['go', `${go}var states = []string{\n\t"ResourceInUse",\n}\nvar code = "‹|InternalError|›"`],
      ['go', `${go}func handleCode(code string) {\n\tset("ResourceInUse")\n}`],
      ['go', `${go}strings.Contains(e.Code, "‹|RequestLimitExceeded|›")`],
      ['python', `${python}if err["Code"].find("‹|RequestLimitExceeded|›") >= 0:`],
      ['python', `${python}match e.code:\n    case "‹|ResourceInUse|›" | "‹|InternalError|›":`],
      ['java', `${java}Set<String> codes = Set.of(\n    "‹|ResourceInUse|›",\n    "‹|InternalError|›");`],
      ['ruby', `${ruby}case e.code\nwhen '‹|ResourceInUse|›', '‹|InternalError|›'\nend`],
      ['php', `${php}$x = match ($e->getErrorCode()) {\n  '‹|ResourceInUse|›' => 1,\n  '‹|InternalError|›' => 2,\n};`],
      ['javascript', `${node}const x = decode("InternalError") + encode("ResourceInUse") + unicode("InternalError");`],
    ],
    'are found as constants of the SDK': [
      ['go', `${go}if e.Code == cvm.‹ResourceNotFound.InstanceNotFound|RESOURCENOTFOUND_INSTANCENOTFOUND|› {`],
      ['python', `${python}if e.code == errorcodes.‹MutexOperation|MUTEXOPERATION|›:`],
      ['java', `${java}CvmErrorCode.‹ResourceNotFound.InstanceNotFound|RESOURCENOTFOUND_INSTANCENOTFOUND|›.getValue()`],
      ['go', `${go}x := MUTEXOPERATION + cvm.UNKNOWN + cdb.CDBERROR // cvm.MUTEXOPERATION`],
    ],
    'may have an unknown name where only a code can stand': [
      ['go', `${go}if e.Code == "‹|InvalidTeapot.NotSupported|›" || e.Name == "a.b" {`],
      ['go', `${go}s := "InvalidTeapot.NotSupported"`],
    ],
    'are not found where the SDK is not named': [
      ['go', 'if e.Code == "ResourceNotFound.InstanceNotFound" {'],
      ['python', 'from azure.core import errors\nif e.code == "ResourceNotFound.InstanceNotFound":'],
      ['rust', `${go}if e.code == "ResourceNotFound.InstanceNotFound"`],
    ],
    'are found where the API is called without an SDK': [
      ['python', 'host = "cvm.tencentcloudapi.com"\nif code == "‹|ResourceNotFound.InstanceNotFound|›":'],
    ],
  };

  for (const [what, texts] of Object.entries(cases)) {
    for (const [languageId, text] of texts) {
      it(`${what}: ${languageId}: ${text.split('\n').slice(1).join(' ') || text}`, () => check(languageId, text));
    }
  }

  for (const path of [
    'file:///w/__snapshots__/a.test.ts',
    'file:///w/testdata/handler.go',
    'pkg/golden/handler.go',
    'handler.golden.go',
    'a.ts.snap',
  ]) {
    it(`are not found in what tests recorded: ${path}`, () => {
      const text = `${go}code := "InternalError"`;
      assert.equal(markCodes(text, 'go', path), text);
      assert.notEqual(markCodes(text, 'go', 'file:///w/goldenRule/snap.go'), text);
    });
  }
});

describe('the products of a source file', () => {
  const productsOf = (text: string): readonly string[] | undefined =>
    readSource(text, { languageId: 'go', path: 'a' }, sourceCatalog())?.products;

  for (const [text, products] of [
    [go, ['cvm']],
    [python, ['cvm']],
    [node, ['cvm']],
    [java, ['cvm']],
    [php, ['cvm']],
    [csharp, ['cvm']],
    [cpp, ['cvm']],
    [ruby, ['cvm']],
    [terraform, []],
    ['TencentCloud::Cbs::V20170312::Client', ['cbs']],
    ['"tencentcloud-sdk-nodejs-sms" and "tencentcloud-sdk-nodejs"', ['sms']],
    ['import "github.com/tencentcloud/tencentcloud-sdk-go-intl-en/tencentcloud/sms/v20210111"', ['sms']],
    ['POST https://cvm.ap-guangzhou.tencentcloudapi.com and sts.tencentcloudapi.com', ['cvm', 'sts']],
    ['import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"', []],
    ['the cloud of tencent', undefined],
  ] as const) {
    it(`are those that it names: ${text.trim()}`, () => assert.deepEqual(productsOf(text), products));
  }
});
