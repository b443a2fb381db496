import { l10n, window, type QuickPickItem } from 'vscode';
import { codesRequest, type CodesParams, type CodeSummary } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { escapeForLabel } from '../ui/escape';

interface CodeItem extends QuickPickItem {
  readonly code: string;
}

/** Input that looks like an error code rather than like words to search for. */
const codeShape = /^[A-Z]\w*(\.\w+)*$/;

/** Shorter input is part of too many codes. */
const minSearched = 3;

/** Lets the user pick an error code: one with an entry in the catalog, any that is found by its name, or any that is typed. */
export async function pickErrorCode(client: LazyLanguageClient): Promise<string | undefined> {
  const known = (await client.sendRequest<CodeSummary[]>(codesRequest)).map(toItem);
  const pick = window.createQuickPick<CodeItem>();
  pick.title = l10n.t('Explain Error Code');
  pick.placeholder = l10n.t('Search by code or meaning, or type any code');
  pick.matchOnDetail = true;
  pick.items = known;
  return new Promise((resolve) => {
    let isOpen = true;
    let found: readonly CodeItem[] = [];
    const show = (typed: string): void => {
      const items = [...known, ...found];
      pick.items =
        codeShape.test(typed) && !items.some((item) => matches(item, typed)) ? [...items, typedItem(typed)] : items;
    };
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      show(typed);
      void search(client, typed).then((items) => {
        if (isOpen && typed === pick.value.trim()) {
          found = items;
          show(typed);
        }
      });
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.code);
      pick.hide();
    });
    pick.onDidHide(() => {
      isOpen = false;
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** There are too many codes to send them all. */
async function search(client: LazyLanguageClient, typed: string): Promise<CodeItem[]> {
  if (typed.length < minSearched) {
    return [];
  }
  const params: CodesParams = { containing: typed };
  const codes = await client.sendRequest<CodeSummary[]>(codesRequest, params).catch(() => []);
  return codes.map(toItem);
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
