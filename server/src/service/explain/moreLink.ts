import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Text } from '../envelope/envelope';

/** Longer texts, in UTF-16 units, are not codes, and are not passed to a command. */
const maxCodeLength = 200;

/** The link from the hover on a code to its whole explanation; undefined if the hovers of the client run no commands. */
export function moreLink(
  { text }: ApiResponseDocument,
  { value, span }: Text,
  { client: { hoverCommand, markdownHovers }, l10n }: ServiceContext,
): Markdown | undefined {
  const code = value.trim();
  return hoverCommand !== undefined && markdownHovers && code.length <= maxCodeLength
    ? markdown.command(l10n.t('More'), hoverCommand, { code, uri: text.uri, position: text.positionAt(span.offset) })
    : undefined;
}
