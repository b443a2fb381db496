import { l10n } from 'vscode';
import { showInformation } from './messages';

/** Tells the user that the document has changed and the envelope is no longer where it was. */
export function showEnvelopeGone(): void {
  void showInformation(l10n.t('The response is no longer in this document. Run the command again.'));
}
