import { touches, type Span, type WholeText } from '../base/span';
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { Catalog } from '../catalog';
import { isObject, type Envelope, type FixedName, type JsonObject } from '../envelope/envelope';
import { insightsOf } from '../insights';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { Settings } from '../context/settings';
import { envelopeAt, type Part } from '../document';
import { memberOf } from '../envelope/spelling';
import type { PositionedText } from '../incremental/chunkedText';
import { explain, explanationToMarkdown } from '../explain/explanation';
import { insightMarkdown, policyHint, textsOf } from '../explain/insightText';
import { likelyProduct } from '../explain/likelyProduct';
import { memberHelp } from '../explain/memberHelp';
import { rangeOf } from './range';

/** What there is to say at a position: the code explained, or what a fixed member is for. */
export function hover(
  document: PositionedText & WholeText,
  parts: readonly Part[],
  offset: number,
  catalog: Catalog,
  settings: Settings,
): Hover | null {
  const envelope = envelopeAt(parts, offset);
  if (!envelope) {
    return null;
  }
  const { code } = envelope;
  if (code && code.value.trim() !== '' && touches(code.span, offset)) {
    const product = likelyProduct(catalog, document, parts, envelope, settings.product);
    const explanation = explain(catalog, code.value, product);
    return answer(document, code.span, explanationToMarkdown(explanation, insightsFor(envelope)));
  }
  const member = fixedMemberAt(envelope, offset);
  if (!member) {
    return null;
  }
  const help = memberHelp(member.name);
  return answer(
    document,
    member.span,
    member.name === 'Message' ? markdown.blocks([...insightsFor(envelope), help]) : help,
  );
}

/** What the message adds, and where a policy for it can be had: a hover has no links to commands. */
function insightsFor(envelope: Envelope): Markdown[] {
  const insights = envelope.status === 'failure' ? insightsOf(textsOf(envelope)) : [];
  return [...insightMarkdown(insights), ...policyHint(insights)];
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

/** What stands for a fixed member in the exception text of an SDK. */
function textAt({ message, requestId }: Envelope, offset: number): { name: FixedName; span: Span } | undefined {
  if (requestId && touches(requestId.span, offset)) {
    return { name: 'RequestId', span: requestId.span };
  }
  return message && touches(message.span, offset) ? { name: 'Message', span: message.span } : undefined;
}

/** The member whose name, or whose text, is at the offset. */
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

function answer(document: PositionedText, span: Span, value: Markdown): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(document, span) };
}
