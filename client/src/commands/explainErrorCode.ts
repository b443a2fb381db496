import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  codesRequest,
  explainCommand,
  explainRequest,
  type CodeSummary,
  type ExplainParams,
  type ExplainResult,
} from '../../../server/src/lsp/protocol';
import { register } from './register';

const scheme = 'api-response-explanation';

/** What may be a code, rather than a word that is searched for. */
const codeShape = /^[A-Z]\w*(\.\w+)*$/;

/** UTF-16 units that an argument may have; a longer one is no code. */
const longestCode = 200;

/** With a code as its argument the command explains that, else one that the user picks. */
export function registerExplainErrorCode(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => explanation(client, codeOf(uri)),
    }),
    register(client, explainCommand, async (argument) => {
      const code = codeIn(argument) ?? (await pickCode(client));
      if (code !== undefined) {
        await show(uriOf(code));
      }
    }),
  );
}

function codeIn(argument: unknown): string | undefined {
  const code = typeof argument === 'string' ? argument.trim() : '';
  return code !== '' && code.length <= longestCode ? code : undefined;
}

async function explanation(client: BaseLanguageClient, code: string): Promise<string> {
  const params: ExplainParams = { code };
  const result = await client.sendRequest<ExplainResult | null>(explainRequest, params);
  return result?.markdown ?? '';
}

/** A code of the catalog, or whatever the user types. */
async function pickCode(client: BaseLanguageClient): Promise<string | undefined> {
  const codes = await client.sendRequest<CodeSummary[]>(codesRequest);
  const known = codes.map(({ code, description, detail }) => ({
    label: code,
    description: detail,
    detail: description,
  }));
  const pick = window.createQuickPick();
  pick.title = 'Explain Error Code';
  pick.placeholder = 'Search by code or meaning, or type any code';
  pick.matchOnDetail = true;
  pick.items = known;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      const isNew = codeShape.test(typed) && !known.some(({ label }) => label === typed);
      pick.items = isNew ? [...known, { label: typed, description: 'explain this code', alwaysShow: true }] : known;
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Opens the explanation read-only: rendered, or as text where VS Code's Markdown support is switched off. */
async function show(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await window.showTextDocument(document, { preview: true });
  }
}

function uriOf(code: string): Uri {
  return Uri.from({ scheme, path: `/${code}.md` });
}

function codeOf(uri: Uri): string {
  return uri.path.slice(1, -'.md'.length);
}
