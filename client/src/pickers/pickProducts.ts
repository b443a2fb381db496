import { l10n, window } from 'vscode';
import type { SdkSummary } from '../../../server/src/lsp/protocol';
import { escapeForLabel } from '../ui/escape';

/** Lets the user pick products of an SDK, all of which are selected at first. Undefined if none is picked. */
export async function pickProducts({ products }: SdkSummary): Promise<string[] | undefined> {
  const picked = await window.showQuickPick(
    products.map((product) => ({ label: escapeForLabel(product), product, picked: true })),
    { canPickMany: true, title: l10n.t('Import Product Error Codes from SDK'), placeHolder: l10n.t('Which products?') },
  );
  return picked && picked.length > 0 ? picked.map(({ product }) => product) : undefined;
}
