import type { Hover, Position } from 'vscode-languageserver-types';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { markupOf } from '../base/markup';
import { touches, type Span } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument, type DocumentText } from '../document';
import { isObject, type Envelope, type FixedName, type JsonObject } from '../envelope/envelope';
import { memberOf } from '../envelope/spelling';
import {
  explain,
  explanationToMarkdown,
  insightMarkdownWithHint,
  insightsOfEnvelope,
  likelyProduct,
  memberHelp,
  moreLink,
  verdictOf,
} from '../explain';
import type { Insight } from '../insights';
import { itemFailureAt } from '../itemCodes';
import { hoverInSource } from './sourceCode';

/** Explains the code at a position, or the purpose of a fixed member. */
export function doHover(document: ApiResponseDocument, position: Position, context: ServiceContext): Hover | null {
  const { text } = document;
  const { l10n } = context;
  const offset = text.offsetAt(position);
  const envelope = document.envelopeAt(offset);
  if (!envelope) {
    const found = hoverInSource(document, offset, context);
    return found ? hoverAt(text, found.span, found.value, context) : null;
  }
  const { code } = envelope;
  if (code && code.value.trim() !== '' && touches(code.span, offset)) {
    return hoverOnFailure(document, envelope, { insights: insightsFor(envelope, document, context) }, context);
  }
  const member = fixedMemberAt(envelope, offset);
  if (!member) {
    return hoverOnItem(document, envelope, offset, context);
  }
  const help = memberHelp(member.name, l10n);
  const insights = member.name === 'Message' ? insightsFor(envelope, document, context) : [];
  const paragraphs = [...insightMarkdownWithHint(insights, l10n), help];
  return hoverAt(text, member.span, markdown.blocks(paragraphs), context);
}

/** Explains a code inside the payload like that of a failure. */
function hoverOnItem(
  document: ApiResponseDocument,
  envelope: Envelope,
  offset: number,
  context: ServiceContext,
): Hover | null {
  const failure = itemFailureAt(document.text, envelope, offset, context);
  if (!failure) {
    return null;
  }
  const insights = insightsOfEnvelope(failure, context, likelyProduct(document, failure, context));
  const added =
    envelope.status === 'success'
      ? [markdown.prose(context.l10n.t('The call succeeded. This code is about one item or job of it.'))]
      : [];
  return hoverOnFailure(document, failure, { insights, added }, context);
}

/** Explains the code of a failure: with what its message adds, and what we add to that. */
function hoverOnFailure(
  document: ApiResponseDocument,
  failure: Envelope,
  { insights, added = [] }: { readonly insights: readonly Insight[]; readonly added?: readonly Markdown[] },
  context: ServiceContext,
): Hover | null {
  const { code } = failure;
  if (!code) {
    return null;
  }
  const explanation = explain(code.value, context, likelyProduct(document, failure, context), verdictOf(insights));
  const value = explanationToMarkdown(explanation, context.l10n, {
    insights: [...insightMarkdownWithHint(insights, context.l10n), ...added],
    form: 'hover',
    more: moreLink(document, code, context),
  });
  return hoverAt(document.text, code.span, value, context);
}

function insightsFor(envelope: Envelope, document: ApiResponseDocument, context: ServiceContext): Insight[] {
  return envelope.status === 'failure'
    ? insightsOfEnvelope(envelope, context, likelyProduct(document, envelope, context), document)
    : [];
}

function fixedMemberAt(envelope: Envelope, offset: number): { name: FixedName; span: Span } | undefined {
  const { shape } = envelope;
  if (!shape) {
    return textAt(envelope, offset);
  }
  if (shape.wrapper && touches(shape.wrapper.name, offset)) {
    return { name: 'Response', span: shape.wrapper.name };
  }
  const error = shape.error && isObject(shape.error.value) ? shape.error.value : undefined;
  return (
    memberAt(shape.response, ['Error', 'RequestId'], offset) ??
    (error && memberAt(error, ['Code', 'Message'], offset)) ??
    memberAt(shape.root, ['RequestId'], offset)
  );
}

/** The counterpart of a fixed member in the exception text of an SDK. */
function textAt({ message, requestId }: Envelope, offset: number): { name: FixedName; span: Span } | undefined {
  if (requestId && touches(requestId.span, offset)) {
    return { name: 'RequestId', span: requestId.span };
  }
  return message && touches(message.span, offset) ? { name: 'Message', span: message.span } : undefined;
}

/** The member whose name or scalar value is at the offset. */
function memberAt(
  object: JsonObject,
  names: readonly FixedName[],
  offset: number,
): { name: FixedName; span: Span } | undefined {
  for (const name of names) {
    const member = memberOf(object, name);
    const tokens = member ? [member.name, ...(isObject(member.value) ? [] : [member.value.span])] : [];
    const span = tokens.find((token) => touches(token, offset));
    if (span) {
      return { name, span };
    }
  }
  return undefined;
}

function hoverAt(text: DocumentText, span: Span, value: Markdown, { client }: ServiceContext): Hover {
  return { contents: markupOf(value, client.markdownHovers), range: rangeOf(text, span) };
}
