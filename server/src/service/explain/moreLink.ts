import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Text } from '../envelope/envelope';
import { explainArgument } from './explainArgument';

/** The link from the hover on a code to its whole explanation; undefined if the hovers of the client run no commands. */
export function moreLink(
  { text }: ApiResponseDocument,
  { value, span }: Text,
  { client: { hoverCommand, markdownHovers }, l10n }: ServiceContext,
): Markdown | undefined {
  if (hoverCommand === undefined || !markdownHovers) {
    return undefined;
  }
  const argument = explainArgument(value, { uri: text.uri, position: text.positionAt(span.offset) });
  return argument && markdown.command(l10n.t('More'), hoverCommand, argument);
}
