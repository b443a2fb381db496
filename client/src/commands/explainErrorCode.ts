import { l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { codesRequest, explainCommand, type CodeSummary } from '../../../server/src/lsp/protocol';
import { inLabel } from '../documentText';
import type { Explanations } from '../explanations';
import { isPlace } from '../pickEnvelope';
import { register } from './register';

/** What may be a code, rather than a word that is searched for. */
const codeShape = /^[A-Z]\w*(\.\w+)*$/;

/** UTF-16 units that an argument may have; a longer one is no code. */
const longestCode = 200;

/** With a code as its argument, or a failure that has one, the command explains that, else one that the user picks. */
export function registerExplainErrorCode(client: LazyLanguageClient, explanations: Explanations): Disposable {
  return register(client, explainCommand, async (argument) => {
    const code = codeIn(argument) ?? (await pickCode(client));
    if (code !== undefined && isPlace(argument)) {
      const { uri, position } = argument;
      await explanations.showFailure({ code, place: { uri, position } });
    } else if (code !== undefined) {
      await explanations.showCode(code);
    }
  });
}

function codeIn(argument: unknown): string | undefined {
  const given = isPlace(argument) && 'code' in argument ? argument.code : argument;
  const code = typeof given === 'string' ? given.trim() : '';
  return code !== '' && code.length <= longestCode ? code : undefined;
}

/** A code of the catalog, or whatever the user types. */
async function pickCode(client: LazyLanguageClient): Promise<string | undefined> {
  const codes = await client.sendRequest<CodeSummary[]>(codesRequest);
  const known = codes.map(({ code, description, detail }) => ({
    code,
    label: inLabel(code),
    description: inLabel(detail),
    detail: inLabel(description),
  }));
  const pick = window.createQuickPick<QuickPickItem & { readonly code: string }>();
  pick.title = l10n.t('Explain Error Code');
  pick.placeholder = l10n.t('Search by code or meaning, or type any code');
  pick.matchOnDetail = true;
  pick.items = known;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      const isNew = codeShape.test(typed) && !known.some(({ code }) => code === typed);
      pick.items = isNew
        ? [...known, { code: typed, label: typed, description: l10n.t('explain this code'), alwaysShow: true }]
        : known;
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.code);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
