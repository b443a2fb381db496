import { commands, Uri, type Disposable, type ExtensionContext } from 'vscode';
import { showRuleCommand } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { registerCommand } from './registerCommand';

/** The IDs of rules. */
const ruleShape = /^[a-z]+(-[a-z]+)*$/;

/** Shows the documentation of the rule whose ID is passed as the argument, otherwise of all rules. */
export function registerShowRule(client: LazyLanguageClient, { extensionUri }: ExtensionContext): Disposable {
  return registerCommand(client, showRuleCommand, async (argument) => {
    const fragment = typeof argument === 'string' && ruleShape.test(argument) ? argument : '';
    const page = Uri.joinPath(extensionUri, 'docs/rules.md').with({ fragment });
    await commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor');
  });
}
