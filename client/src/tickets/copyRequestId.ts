import { env, l10n } from 'vscode';
import { escapeForMessage } from '../ui/escape';
import { showInStatusBar } from '../ui/messages';

/** Copies a RequestId and says so. */
export async function copyRequestId(requestId: string): Promise<void> {
  await env.clipboard.writeText(requestId);
  showInStatusBar(l10n.t('RequestId {0} copied', escapeForMessage(requestId)));
}
