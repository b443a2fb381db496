import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import { parseEdited, serviceWith } from '../../support/service';

function diagnosticsOf(text: string): Diagnostic[] {
  const service = serviceWith({ maxFindings: 100, rulesPage: 'https://example.com/rules.md' });
  return service.doValidation(parseEdited(text));
}

describe('diagnostics', () => {
  it('have the message and range of the finding', () => {
    const [diagnostic] = diagnosticsOf(
      '{\r\n  "Response": {\r\n    "RequestId": "😀", "RequestId": ""\r\n  }\r\n}',
    ).slice(-1);
    assert.deepEqual(diagnostic, {
      range: { start: { line: 2, character: 36 }, end: { line: 2, character: 38 } },
      severity: DiagnosticSeverity.Warning,
      source: 'api-response',
      code: 'empty-request-id',
      codeDescription: { href: 'https://example.com/rules.md#empty-request-id' },
      message: diagnostic?.message,
    });
  });

  it('link to a command that shows the rule, where the client has one', () => {
    const commands = { explain: 'e', copyTicket: 'c', copyPolicy: 'p', showRule: 'show' };
    const document = parseEdited('{"Response":{"RequestId":""}}');
    assert.deepEqual(
      serviceWith({ client: { commands } })
        .doValidation(document)
        .map(({ codeDescription }) => codeDescription?.href),
      ['command:show?%5B%22empty-request-id%22%5D'],
    );
  });

  it('have the severity of the finding', () => {
    const text = '{"Response":{"Error":{"Code":"Nonsense","Message":7,"x":1},"RequestId":""}}';
    assert.deepEqual(
      diagnosticsOf(text).map(({ code, severity }) => [code, severity]),
      [
        ['unknown-error-code', DiagnosticSeverity.Hint],
        ['error-message-not-string', DiagnosticSeverity.Error],
        ['unexpected-error-member', DiagnosticSeverity.Information],
        ['empty-request-id', DiagnosticSeverity.Warning],
      ],
    );
  });

  it('are tagged as unnecessary or deprecated', () => {
    assert.deepEqual(diagnosticsOf('{"Response":{"Error":null,"RequestId":"r"}}')[0]?.tags, [
      DiagnosticTag.Unnecessary,
    ]);
    assert.deepEqual(diagnosticsOf('{"Response":{"DeprecatedWarning":"","RequestId":"r"}}')[0]?.tags, [
      DiagnosticTag.Deprecated,
    ]);
  });

  it('link to what they refer to', () => {
    assert.deepEqual(
      diagnosticsOf('{"Response":{"RequestId":"a","RequestId":"b"}}')[0]?.relatedInformation?.map(
        ({ location }) => location,
      ),
      [{ uri: 'file:///x.json', range: { start: { line: 0, character: 29 }, end: { line: 0, character: 40 } } }],
    );
  });

  it('are limited to a hundred, then one that counts the rest', () => {
    const of = (count: number): Diagnostic[] =>
      diagnosticsOf(`[${Array(count).fill('{"Response":{"RequestId":""}}').join()}]`);
    assert.equal(of(100).length, 100);
    const many = of(350);
    assert.equal(many.length, 101);
    assert.equal(many[100]?.code, 'more-findings');
    assert.equal(many[100].severity, DiagnosticSeverity.Information);
    assert.match(JSON.stringify(many[100].message), /^"250 more/);
  });
});
