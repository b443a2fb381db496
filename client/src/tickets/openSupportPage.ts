import { env, l10n, Uri, workspace } from 'vscode';
import { showError } from '../ui/messages';
import { supportPage } from './supportPage';

/** Opens the support page in the browser. Only a click of the user may call this, and VS Code shows the address first. */
export async function openSupportPage(): Promise<void> {
  const configuration = workspace.getConfiguration('apiResponse');
  const language = configuration.get<string>('ticket.language', 'auto');
  const address = supportPage(configuration.get('supportPage'), language === 'auto' ? env.language : language);
  if (address === undefined) {
    void showError(
      l10n.t('apiResponse.supportPage: this is not an address that begins with https://. Correct the setting.'),
    );
  } else {
    await env.openExternal(Uri.parse(address));
  }
}
