import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, closeAll, eventually, findingsBecome, hoversOn, open, uriOf, withSetting, write } from './support';

const malformed = '{"Response": {"Error": {"Code": "Teapot.Cold", "Message": "m"}, "RequestId": 1}}';
const numeric = '0:77-0:78 Error request-id-not-string';
const unknown = '0:32-0:45 Hint unknown-error-code';

describe('A project file', () => {
  const name = 'project/.api-response.json';
  const file = uriOf(name);
  const response = uriOf('project/x.json');
  let editor: vscode.TextEditor;

  before(async () => {
    await write('project/x.json', malformed);
    await write(
      'project/mine.json',
      JSON.stringify({ schemaVersion: 1, product: 'teapot', codes: { 'Teapot.Cold': 'Heat it.' } }),
    );
    editor = await open('project/x.json');
    await findingsBecome(response, [unknown, numeric]);
  });

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uriOf('project'), { recursive: true });
  });

  /** The first line of the hover on the code. */
  const explained = async (): Promise<string | undefined> => {
    const hovers = await hoversOn(editor, 'Teapot.Cold');
    return hovers.find((hover) => hover.includes('Teapot'))?.split('\n')[0];
  };

  it('takes effect when it is made, changed and removed', async () => {
    await write(name, '{"rules": {"request-id-not-string": "off"}}');
    await findingsBecome(response, [unknown]);
    await write(name, '{"rules": {"request-id-not-string": "hint"}, /* of ours */ "catalogs": ["mine.json"]}');
    await findingsBecome(response, [numeric.replace('Error', 'Hint')]);
    await becomes('**`Teapot.Cold`** — In teapot: Heat it.', explained);
    await vscode.workspace.fs.delete(file);
    await findingsBecome(response, [unknown, numeric]);
    await becomes('**`Teapot.Cold`** — Not in the list of known codes.', explained);
  });

  it('comes after the settings, but not after their defaults', async () => {
    await write(
      name,
      '{"rules": {"request-id-not-string": "off", "unknown-error-code": "off"}, "declared": ["y.json"]}',
    );
    await findingsBecome(response, []);
    await withSetting(editor.document, 'rules', { 'request-id-not-string': 'warning' }, () =>
      findingsBecome(response, [numeric.replace('Error', 'Warning')]),
    );
    await findingsBecome(response, []);
    const declared = uriOf('project/y.json');
    await write('project/y.json', '{"a": 1}');
    const { document } = await open('project/y.json');
    await findingsBecome(declared, ['0:0-0:1 Error missing-response']);
    await withSetting(document, 'files.declared', [], () => findingsBecome(declared, []));
    await findingsBecome(declared, ['0:0-0:1 Error missing-response']);
  });

  it('has findings for what no schema sees, beside those of the schema', async () => {
    await write(name, '{\n"rules": {"no-such-rule": "off"},\n"unwrapped": 1,\n"catalogs": ["gone.json"]\n}');
    const { document } = await open(name);
    assert.equal(document.languageId, 'jsonc');
    await findingsBecome(file, ['1:10-1:24 Error invalid-project-file', '3:13-3:24 Error invalid-project-file']);
    await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const others = vscode.languages.getDiagnostics(file).filter(({ source }) => source !== 'api-response');
      const places = others.map(({ range }) => range.start.line).join();
      return places === '2' ? undefined : `VS Code finds fault with the lines ${places}, not 2`;
    });
    await write(name, '{}');
    await findingsBecome(file, []);
  });

  it('is completed with the ids of rules and their severities', async () => {
    await write(name, '{\n"rules": {"": "", "null-error": ""}\n}');
    const { document } = await open(name);
    const offered = async (character: number): Promise<(string | undefined)[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(1, character),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
    };
    // VS Code's JSON support starts on its own time.
    await becomes(true, async () => (await offered(11)).includes('request-id-not-string'));
    assert.ok((await offered(11)).includes('unlisted-code-in-source'));
    await becomes(['error', 'hint', 'information', 'off', 'warning'], async () => (await offered(33)).sort());
  });
});
