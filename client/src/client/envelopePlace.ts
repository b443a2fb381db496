import type { EnvelopePlace } from '../../../server/src/lsp/protocol';

/** Whether the argument of a command is the place of an envelope. Our code lenses pass one, other callers may pass anything. */
export function isEnvelopePlace(argument: unknown): argument is EnvelopePlace {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('position' in argument)) {
    return false;
  }
  const { uri, position } = argument;
  return (
    typeof uri === 'string' &&
    typeof position === 'object' &&
    position !== null &&
    'line' in position &&
    'character' in position &&
    [position.line, position.character].every((part) => typeof part === 'number' && Number.isInteger(part) && part >= 0)
  );
}

/** The place of an envelope if the argument of a command is one. */
export function envelopePlaceIn(argument: unknown): EnvelopePlace | undefined {
  return isEnvelopePlace(argument) ? argument : undefined;
}
