import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findingsBecome, findingsOf, open, uriOf, write } from './support';

const failure = (code: string, id: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: `m of ${id}` }, RequestId: id } });

/** The problems reported by the check, by file. */
function problems(): Record<string, string[]> {
  const listed = vscode.languages.getDiagnostics().map(([uri]): [string, string[]] => {
    return [vscode.workspace.asRelativePath(uri), findingsOf(uri)];
  });
  return Object.fromEntries(listed.filter(([, findings]) => findings.length > 0).sort());
}

async function ticketForAll(): Promise<string> {
  await vscode.env.clipboard.writeText('untouched');
  await vscode.commands.executeCommand('apiResponse.copyTicketForAll');
  return vscode.env.clipboard.readText();
}

describe('Check API Responses in Workspace', () => {
  const folder = 'checked';

  before(async () => {
    await write(`${folder}/.gitignore`, 'built/\n*.gen.json\n!kept.gen.json\n');
    await write(`${folder}/built/a.json`, failure('InternalError', 'ignored-1'));
    await write(`${folder}/a.gen.json`, failure('InternalError', 'ignored-2'));
    await write(`${folder}/kept.gen.json`, failure('RequestLimitExceeded', 'kept-1'));
    await write(`${folder}/excluded/a.json`, failure('InternalError', 'excluded-1'));
    await write(`${folder}/node_modules/a.json`, failure('InternalError', 'excluded-2'));
    await write(
      `${folder}/twice.jsonl`,
      `${failure('InternalError', 'twice-1')}\n${failure('InternalError', 'twice-1')}\n`,
    );
    await vscode.workspace.getConfiguration('files').update('exclude', { '**/excluded': true });
    await closeAll();
  });

  after(async () => {
    await vscode.workspace.getConfiguration('files').update('exclude', undefined);
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
    await closeAll();
  });

  it('lists the findings of all files in Problems, and nothing of those that are excluded or ignored', async () => {
    await vscode.commands.executeCommand('apiResponse.checkWorkspace');
    assert.deepEqual(problems(), {
      'broken.jsonl': ['1:65-1:65 Error invalid-json'],
      'malformed.json': ['2:23-2:27 Error error-code-not-string', '3:4-3:15 Warning misspelled-member'],
    });
  });

  it('has one ticket for all failures, with each RequestId once', async () => {
    const ticket = await ticketForAll();
    assert.doesNotMatch(ticket, /ignored-|excluded-/);
    assert.equal(ticket.match(/^ {2}twice-1$/gm)?.length, 1);
    assert.match(ticket, /^InternalError \(.*\): 2 failures$/m);
    assert.match(ticket, /^Found in: {3}checked\/twice\.jsonl:2, checked\/twice\.jsonl:1$/m);
    assert.match(ticket, /^RequestLimitExceeded \(.*\): 3 failures$/m);
    assert.match(ticket, /^ {2}kept-1$/m);
  });

  it('copies the RequestId or the ticket of one failure of the view, whose document need not be open', async () => {
    const failure = {
      uri: uriOf('signature-failure.json'),
      code: 'AuthFailure.SignatureFailure',
      range: new vscode.Range(0, 0, 0, 1),
    };
    await vscode.commands.executeCommand('apiResponse.copyFailureRequestId', failure);
    assert.equal(await vscode.env.clipboard.readText(), 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6');
    await vscode.commands.executeCommand('apiResponse.copyFailureTicket', failure);
    assert.match(await vscode.env.clipboard.readText(), /^RequestId: {3}ed93f3cb-f35e-473f-b9f3-0d451b8b79c6$/m);
  });

  it('takes no notice of arguments that are no failure of the view', async () => {
    await vscode.env.clipboard.writeText('untouched');
    for (const argument of [undefined, null, 'x', {}, { uri: 'file:///x.json', range: {} }]) {
      await vscode.commands.executeCommand('apiResponse.copyFailureTicket', argument);
    }
    assert.equal(await vscode.env.clipboard.readText(), 'untouched');
  });

  it('has one report of all failures, which is opened again', async () => {
    const pages = (): string[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview)
        .map(({ label, isActive }) => `${label}${isActive ? ' (active)' : ''}`);
    const pageIsActive = (): Promise<void> =>
      eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
        pages().join() === 'API Failure Report (active)' ? undefined : `pages: ${pages().join()}`,
      );
    await vscode.commands.executeCommand('apiResponse.openFailureReport');
    await pageIsActive();
    await open('malformed.json');
    await vscode.commands.executeCommand('apiResponse.openFailureReport');
    await pageIsActive();
    await closeAll();
    assert.deepEqual(pages(), []);
  });

  it('leaves the findings of an open document to the editor, and takes them back when it is closed', async () => {
    const { document } = await open('malformed.json');
    const expected = ['2:23-2:27 Error error-code-not-string', '3:4-3:15 Warning misspelled-member'];
    await findingsBecome(document.uri, expected);
    await closeAll();
    await findingsBecome(document.uri, expected);
  });

  const bad = '{"Response":{"Error":{"Code":"InternalError"},"RequestId":"moved-1"}}';
  const ofBad = ['0:13-0:20 Error missing-error-message'];

  it('follows a folder that is moved', async () => {
    const [before, after] = [uriOf(`${folder}/before`), uriOf(`${folder}/after`)];
    await write(`${folder}/before/deep/bad.json`, bad);
    await vscode.commands.executeCommand('apiResponse.checkWorkspace');
    await findingsBecome(uriOf(`${folder}/before/deep/bad.json`), ofBad);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(before, after);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await findingsBecome(uriOf(`${folder}/after/deep/bad.json`), ofBad);
    await findingsBecome(uriOf(`${folder}/before/deep/bad.json`), []);
    const ticket = await ticketForAll();
    assert.equal(ticket.match(/^ {2}moved-1$/gm)?.length, 1);
    assert.match(ticket, /checked\/after\/deep\/bad\.json:1/);
    assert.doesNotMatch(ticket, /checked\/before/);
  });

  it('forgets a folder that goes', async () => {
    await vscode.workspace.fs.delete(uriOf(`${folder}/after`), { recursive: true });
    await findingsBecome(uriOf(`${folder}/after/deep/bad.json`), []);
    assert.doesNotMatch(await ticketForAll(), /moved-1/);
  });

  it('takes up a rule that changes in files that are not open', async () => {
    await write(`${folder}/bad.json`, bad);
    await vscode.commands.executeCommand('apiResponse.checkWorkspace');
    const uri = uriOf(`${folder}/bad.json`);
    await findingsBecome(uri, ofBad);
    const settings = vscode.workspace.getConfiguration('apiResponse');
    try {
      await settings.update('rules', { 'missing-error-message': 'hint' });
      await findingsBecome(uri, ['0:13-0:20 Hint missing-error-message']);
    } finally {
      await settings.update('rules', undefined);
    }
    await findingsBecome(uri, ofBad);
  });

  it('follows files that go', async () => {
    const uri = uriOf(`${folder}/bad.json`);
    await write(`${folder}/bad.json`, '{"Response":{"Error":{"Code":"InternalError"},"RequestId":"bad-1"}}');
    await vscode.commands.executeCommand('apiResponse.checkWorkspace');
    await findingsBecome(uri, ['0:13-0:20 Error missing-error-message']);
    await vscode.workspace.fs.delete(uri);
    await findingsBecome(uri, []);
    assert.doesNotMatch(await ticketForAll(), /bad-1/);
  });
});
