import { l10n, ProgressLocation, window, workspace, type OpenDialogOptions } from 'vscode';
import { findSdksRequest, type FindSdksParams, type SdkSummary } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { escapeForLabel, escapeForMessage } from '../ui/escape';
import { formatCount } from '../ui/formatCount';
import { showWarning } from '../ui/messages';

/**
 * Lets the user pick one of the SDKs in `folder`, or without it in the usual places; a single SDK in `folder` is taken
 * without asking. Undefined if the user cancels or `folder` has no SDK.
 */
export async function pickSdk(client: LazyLanguageClient, folder?: string): Promise<SdkSummary | undefined> {
  const sdks = await findSdks(client, folder);
  if (!sdks) {
    return undefined;
  }
  if (folder !== undefined && sdks.length === 0) {
    showWarning(l10n.t('There is no Tencent Cloud SDK for Go or Python in {0}.', escapeForMessage(folder)));
    return undefined;
  }
  if (folder !== undefined && sdks.length === 1) {
    return sdks[0];
  }
  const picked = await showSdks(sdks);
  if (picked !== 'other folder') {
    return picked;
  }
  const [other] = (await window.showOpenDialog(folderDialog())) ?? [];
  return other && pickSdk(client, other.fsPath);
}

/** Undefined if the user cancels the search. */
async function findSdks(client: LazyLanguageClient, folder: string | undefined): Promise<SdkSummary[] | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Looking for Tencent Cloud SDKs'),
    cancellable: true,
  };
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const params: FindSdksParams = {
    workspace: folders.map(({ uri }) => uri.fsPath),
    ...(folder === undefined ? {} : { folder }),
  };
  return window.withProgress(options, (_progress, token) =>
    client.sendRequestWithProgress<SdkSummary[]>(findSdksRequest, params, token, () => undefined),
  );
}

async function showSdks(sdks: readonly SdkSummary[]): Promise<SdkSummary | 'other folder' | undefined> {
  const items = sdks.map((sdk) => ({
    label: `${sdk.language === 'go' ? 'Go' : 'Python'} ${escapeForLabel(sdk.version)}`,
    description: formatCount('product', sdk.products.length),
    detail: escapeForLabel(sdk.folder),
    value: sdk,
  }));
  const other = { label: l10n.t('Choose a Folder…'), value: 'other folder' as const };
  const picked = await window.showQuickPick([...items, other], {
    title: l10n.t('Import Product Error Codes from SDK'),
    placeHolder: sdks.length > 0 ? l10n.t('Which SDK?') : l10n.t('No Tencent Cloud SDK for Go or Python was found.'),
    matchOnDetail: true,
  });
  return picked?.value;
}

function folderDialog(): OpenDialogOptions {
  return {
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Select a Tencent Cloud SDK Folder'),
    openLabel: l10n.t('Find SDKs'),
  };
}
