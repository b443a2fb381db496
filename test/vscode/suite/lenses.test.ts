import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, closeAll, open, withSetting } from './support';

const titles = ['Signature error', 'Copy Support Ticket', 'caller · retry after fixing'];

async function lensesOf({ uri }: vscode.TextDocument): Promise<(vscode.Command | undefined)[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return lenses.map(({ command }) => command);
}

async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return hints.map(
    ({ label, position }) => `${position.line}:${position.character} ${typeof label === 'string' ? label : ''}`,
  );
}

async function symbolsOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (symbols ?? []).map(({ name, detail }) => `${name}, ${detail}`);
}

describe('Code lenses', () => {
  afterEach(closeAll);

  it('are above a failure, and run their commands', async () => {
    const { document } = await open('signature-failure.json');
    await becomes(titles, async () => (await lensesOf(document)).map((command) => command?.title));
    await vscode.env.clipboard.writeText('untouched');
    for (const lens of await lensesOf(document)) {
      assert.ok(lens);
      await vscode.commands.executeCommand(lens.command, ...((lens.arguments ?? []) as unknown[]));
    }
    assert.match(await vscode.env.clipboard.readText(), /^RequestId: {3}ed93f3cb-f35e-473f-b9f3-0d451b8b79c6$/m);
    const shown = vscode.workspace.textDocuments.find(
      // Another suite explains the code alone.
      ({ uri }) => uri.path === '/AuthFailure.SignatureFailure.md' && uri.query.includes('position'),
    );
    const text = shown?.getText() ?? '';
    assert.ok(text.startsWith('**`AuthFailure.SignatureFailure`** — Signature error.'));
    assert.ok(text.endsWith('**RequestId:** `ed93f3cb-f35e-473f-b9f3-0d451b8b79c6`'));
  });

  it('are not in a document of another vendor', async () => {
    assert.deepEqual(await lensesOf((await open('unrelated.json')).document), []);
  });

  it('are turned off and on by their setting, without a reload', async () => {
    const { document } = await open('signature-failure.json');
    await withSetting(document, 'codeLens.enabled', false, () => becomes([], () => lensesOf(document)));
    await becomes(3, async () => (await lensesOf(document)).length);
  });
});

describe('Inlay hints', () => {
  afterEach(closeAll);

  it('are turned on and off by their setting, without a reload', async () => {
    const { document } = await open('signature-failure.json');
    assert.deepEqual(await hintsOf(document), []);
    await withSetting(document, 'inlayHints.enabled', true, async () => {
      const end = document.positionAt(
        document.getText().indexOf('"AuthFailure.') + '"AuthFailure.SignatureFailure"'.length,
      );
      await becomes([`${end.line}:${end.character} Signature error`], () => hintsOf(document));
      assert.deepEqual(await hintsOf((await open('unrelated.json')).document), []);
    });
    await becomes([], () => hintsOf(document));
  });
});

describe('Document symbols', () => {
  afterEach(closeAll);

  it('are the responses of a log, as long as their setting is on', async () => {
    const { document } = await open('deploy.log');
    const expected = [
      'InvalidParameterValue.InstanceTypeNotSupported, 33333333-aaaa-4bbb-8ccc-000000000001',
      'RequestLimitExceeded, 33333333-aaaa-4bbb-8ccc-000000000002',
      'UnauthorizedOperation, 33333333-aaaa-4bbb-8ccc-000000000003',
    ];
    await becomes(expected, () => symbolsOf(document));
    await withSetting(document, 'symbols.enabled', false, () => becomes([], () => symbolsOf(document)));
    await becomes(expected, () => symbolsOf(document));
  });
});
