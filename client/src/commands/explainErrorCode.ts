import type { Disposable } from 'vscode';
import { explainCommand } from '../../../server/src/lsp/protocol';
import { isEnvelopePlace } from '../client/envelopePlace';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import type { Explanations } from '../features/explanations';
import { pickErrorCode } from '../pickers/pickErrorCode';
import { registerCommand } from './registerCommand';

/** In UTF-16 code units. A longer argument is not an error code. */
const maxCodeLength = 200;

/** Explains the code, or the failure with a code, that is passed as the argument. Otherwise a code that the user picks. */
export function registerExplainErrorCode(client: LazyLanguageClient, explanations: Explanations): Disposable {
  return registerCommand(client, explainCommand, async (argument) => {
    const code = codeIn(argument) ?? (await pickErrorCode(client));
    if (code !== undefined && isEnvelopePlace(argument)) {
      const { uri, position } = argument;
      await explanations.showFailure({ code, place: { uri, position } });
    } else if (code !== undefined) {
      await explanations.showCode(code);
    }
  });
}

function codeIn(argument: unknown): string | undefined {
  const given = isEnvelopePlace(argument) && 'code' in argument ? argument.code : argument;
  const code = typeof given === 'string' ? given.trim() : '';
  return code !== '' && code.length <= maxCodeLength ? code : undefined;
}
