import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'api-response.api-response-assistance';

/** Milliseconds to wait for an event. Starved file watchers report late. */
const patience = 120_000;

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(name)));
}

let unsaved = 0;

/**
 * Opens an unsaved text in an editor. Each has its own URI: VS Code may give that of an unsaved
 * document that was just closed to the next, together with the old text.
 */
export async function openUnsaved(text: string, language: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/unsaved-${++unsaved}` });
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(
    await vscode.languages.setTextDocumentLanguage(document, language),
  );
  assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text)));
  return editor;
}

export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) {
    throw new Error('The suites need a workspace folder.');
  }
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file of the workspace. */
export function write(name: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

/** Reads a file as text. */
export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Closes all editors, and discards unsaved changes, which would otherwise open a dialog. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Our own findings in a document, as `line:character-line:character severity code message`-free triples. */
export function findingsOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'api-response')
    .map(({ range, severity, code }) => {
      const rule = typeof code === 'object' ? code.value : code;
      const { start, end } = range;
      return `${start.line}:${start.character}-${end.line}:${end.character} ${vscode.DiagnosticSeverity[severity]} ${rule}`;
    });
}

/** Waits until our findings in a document are as expected; fails with the actual ones. */
export function findingsBecome(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const actual = JSON.stringify(findingsOf(uri));
    return actual === wanted ? undefined : `findings of ${uri.path} are ${actual}, not ${wanted}`;
  });
}

/** Waits, event by event, until `problem` has none; fails with the last one. */
export function eventually<T>(event: vscode.Event<T>, problem: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      last = problem();
      if (last === undefined) {
        done();
        resolve();
      }
    };
    const subscription = event(check);
    const timer = setTimeout(() => {
      done();
      reject(new Error(last));
    }, patience);
    const done = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    let last: string | undefined;
    check();
  });
}

/** Our hovers at the first occurrence of a text, as Markdown. */
export function hoversOn({ document }: vscode.TextEditor, text: string): Promise<string[]> {
  return hoversAt(document, document.positionAt(document.getText().indexOf(text) + 1));
}

/** Our hovers at a place, as Markdown. */
export async function hoversAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value));
}

/** Puts the cursor where a text begins, and waits until the window has it there: it might still report the old one. */
export async function cursorAt(editor: vscode.TextEditor, text: string): Promise<void> {
  const position = editor.document.positionAt(editor.document.getText().indexOf(text));
  const wanted = new vscode.Selection(position, position);
  if (editor.selection.isEqual(wanted)) {
    return;
  }
  const moved = new Promise<void>((resolve) => {
    const subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (textEditor === editor && selection?.isEqual(wanted)) {
        subscription.dispose();
        resolve();
      }
    });
  });
  editor.selection = wanted;
  await moved;
}

/** Runs a function while one of our settings, named without its prefix, has a value. */
export async function withSetting(
  { uri }: vscode.TextDocument,
  name: string,
  value: unknown,
  run: () => Promise<unknown>,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('apiResponse', uri);
  try {
    await configuration.update(name, value);
    await run();
  } finally {
    await configuration.update(name, undefined);
  }
}

/** Repeats a request until the answer is as expected: a changed setting reaches the server with a delay. */
export async function becomes(expected: unknown, ask: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const actual = await ask();
    try {
      assert.deepEqual(actual, expected);
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
  }
}
