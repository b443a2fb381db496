import { l10n, window } from 'vscode';
import type { SdkSummary } from '../../server/src/lsp/protocol';
import { inLabel } from './documentText';

/** One of the SDKs, or a word for a folder that is still to be picked. Undefined where the user wants none. */
export async function pickSdk(sdks: readonly SdkSummary[]): Promise<SdkSummary | 'folder' | undefined> {
  const items = sdks.map((sdk) => ({
    label: `${sdk.language === 'go' ? 'Go' : 'Python'} ${sdk.version}`,
    description: l10n.t('products: {0}', sdk.products.length),
    detail: inLabel(sdk.folder),
    value: sdk,
  }));
  const other = { label: l10n.t('Choose a Folder…'), value: 'folder' as const };
  const picked = await window.showQuickPick([...items, other], {
    title: l10n.t('Import Product Error Codes from SDK'),
    placeHolder: sdks.length > 0 ? l10n.t('Which SDK?') : l10n.t('No Tencent Cloud SDK for Go or Python was found.'),
    matchOnDetail: true,
  });
  return picked?.value;
}

/** The products that are wanted; all of them unless the user takes some out. Undefined where none is. */
export async function pickProducts({ products }: SdkSummary): Promise<string[] | undefined> {
  const picked = await window.showQuickPick(
    products.map((label) => ({ label, picked: true })),
    { canPickMany: true, title: l10n.t('Import Product Error Codes from SDK'), placeHolder: l10n.t('Which products?') },
  );
  return picked && picked.length > 0 ? picked.map(({ label }) => label) : undefined;
}
