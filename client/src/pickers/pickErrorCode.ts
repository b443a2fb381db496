import { l10n, window, type QuickPickItem } from 'vscode';
import { codesRequest, type CodeSummary } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { escapeForLabel } from '../ui/escape';

interface CodeItem extends QuickPickItem {
  readonly code: string;
}

/** Input that looks like an error code rather than like words to search for. */
const codeShape = /^[A-Z]\w*(\.\w+)*$/;

/** Lets the user pick an error code of the catalog, or type any other code. */
export async function pickErrorCode(client: LazyLanguageClient): Promise<string | undefined> {
  const codes = await client.sendRequest<CodeSummary[]>(codesRequest);
  const known = codes.map(toItem);
  const pick = window.createQuickPick<CodeItem>();
  pick.title = l10n.t('Explain Error Code');
  pick.placeholder = l10n.t('Search by code or meaning, or type any code');
  pick.matchOnDetail = true;
  pick.items = known;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      pick.items =
        codeShape.test(typed) && !known.some((item) => matches(item, typed)) ? [...known, typedItem(typed)] : known;
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

function toItem({ code, description, detail }: CodeSummary): CodeItem {
  return {
    code,
    label: escapeForLabel(code),
    description: escapeForLabel(detail),
    detail: escapeForLabel(description),
  };
}

function matches({ code, detail = '' }: CodeItem, typed: string): boolean {
  const wanted = typed.toLowerCase();
  return code.toLowerCase().includes(wanted) || detail.toLowerCase().includes(wanted);
}

/** VS Code finds more than we do, such as initials. A label without the typed text is sorted after whatever it finds. */
function typedItem(code: string): CodeItem {
  return { code, label: l10n.t('Explain this code'), description: code, alwaysShow: true };
}
