import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { endOf, touches, type Sliceable } from '../../base/span';
import type { ServiceContext } from '../../context/serviceContext';
import { rangeOf, type ApiResponseDocument, type DocumentText } from '../../document';
import {
  isJsonEnvelope,
  isObject,
  type Envelope,
  type FixedName,
  type JsonEnvelope,
  type JsonObject,
  type JsonValue,
  type Member,
} from '../../envelope/envelope';
import { fixedNameOf } from '../../envelope/spelling';
import { productAround } from '../../explain';
import { languageWithId } from '../../languages';
import { parseText } from '../../parser';
import { CompletionItems } from './items';
import { namesIn, startOf, targetAt, type ObjectText } from './target';

/** UTF-16 units examined before and after the cursor: more than the text between two members. */
const maxDistance = 4096;

/** Maximum length of a document without a response that gets completions, in UTF-16 units. */
const maxBeginningLength = 64 * 1024;

/**
 * Completes error codes as the value of `Code`, missing fixed members, and whole responses in a document without one.
 * Offers nothing in payloads, or in documents unrelated to responses.
 */
export function doComplete(
  document: ApiResponseDocument,
  position: Position,
  context: ServiceContext,
): CompletionItem[] | CompletionList {
  if (!languageWithId(document.text.languageId)?.completed) {
    return [];
  }
  const offset = document.text.offsetAt(position);
  const envelope = document.envelopeAt(offset) ?? emergingAt(document, offset);
  if (!envelope) {
    return isBeginning(document) ? beginnings(document, offset, context) : [];
  }
  const isJson = envelope.source === 'json' || envelope.source === 'jsonl';
  return isJson && isJsonEnvelope(envelope) ? inEnvelope(document, envelope, offset, context) : [];
}

/**
 * A failure that is just being written: `{"Response": {"Error": {}}}`. Nothing tells it from other vendors' responses, so it
 * is not recognized anywhere else.
 */
function emergingAt({ text, options }: ApiResponseDocument, offset: number): Envelope | undefined {
  if (text.length > maxBeginningLength) {
    return undefined;
  }
  const { envelopes } = parseText(text.slice(0, text.length), { ...options, declared: true });
  return envelopes
    .filter(
      ({ shape, span }) => shape?.wrapper?.key === 'Response' && shape.error?.key === 'Error' && touches(span, offset),
    )
    .at(-1);
}

function inEnvelope(
  document: ApiResponseDocument,
  envelope: JsonEnvelope,
  offset: number,
  context: ServiceContext,
): CompletionItem[] | CompletionList {
  const { text } = document;
  const { error, response } = envelope.shape;
  const errorObject = error && isObject(error.value) && holds(text, error.value, offset) ? error.value : undefined;
  const object = errorObject ?? response;
  const around = holds(text, object, offset) ? textAround(text, object, offset) : undefined;
  const target = around && targetAt(around, offset);
  if (!target) {
    return [];
  }
  const { snippets } = context.client;
  const items = new CompletionItems(text, context, { snippets, indent: indentIn(around, snippets) });
  if (target.kind === 'value') {
    return errorObject && fixedNameOf(target.key) === 'Code'
      ? items.codes(target, text.slice(target.span.offset, offset), productAround(document, envelope, context))
      : [];
  }
  const names: FixedName[] = errorObject ? ['Code', 'Message'] : ['Error', 'RequestId'];
  const present = new Set(object.members.filter((member) => !isAt(member, offset)).map(({ fixed }) => fixed));
  return names.filter((name) => !present.has(name)).map((name) => items.member(target, name));
}

/** Whether an offset is between the braces of an object, or after the first if the second is missing. */
function holds(text: Sliceable, object: JsonObject, offset: number): boolean {
  const { span, members } = object;
  const end = endOf(span);
  // If the last member ends at the same offset, the brace belongs to that member.
  const isClosed = hasEnd(text, object) && !members.some(({ value }) => endOf(value.span) === end);
  return offset > span.offset && offset <= (isClosed ? end - 1 : end);
}

/** Whether the cursor is in the name, or right after it. */
function isAt({ name }: Member, offset: number): boolean {
  return offset > name.offset && offset <= endOf(name);
}

/** The inside of an object, starting after the last member before the cursor; undefined if that is too far away. */
function textAround(text: Sliceable, { span, members }: JsonObject, offset: number): ObjectText | undefined {
  let base = span.offset + 1;
  for (const { value } of members) {
    const end = endOf(value.span);
    // At its end a value may continue, unless a bracket closes it.
    if (end < offset || (end === offset && end < endOf(span) && hasEnd(text, value))) {
      base = Math.max(base, end);
    }
  }
  const inside = text.slice(base, Math.min(endOf(span), offset + maxDistance));
  return offset - base <= maxDistance ? { text: inside, base, afterValue: base > span.offset + 1 } : undefined;
}

/** Whether a container ends with a bracket that may be its own. */
function hasEnd(text: Sliceable, { kind, span }: JsonValue): boolean {
  const last = text.slice(endOf(span) - 1, endOf(span));
  return (kind === 'object' && last === '}') || (kind === 'array' && last === ']');
}

/** New members get their own line if others have one. Without snippets, clients do not adjust the indentation. */
function indentIn({ text }: ObjectText, snippets: boolean): string | undefined {
  return snippets && text.includes('\n') ? '\t' : undefined;
}

/** Whether a response may begin here: the document has none yet, or is declared and can have several. */
function isBeginning(document: ApiResponseDocument): boolean {
  const { text, options } = document;
  return (
    (options.declared && text.languageId === 'jsonl') ||
    (text.length <= maxBeginningLength && document.count().responses === 0)
  );
}

/** Whole responses, or the member `Response`, in a document without a response. */
function beginnings(document: ApiResponseDocument, offset: number, context: ServiceContext): CompletionItem[] {
  const { text, options } = document;
  const { snippets } = context.client;
  const isLine = text.languageId === 'jsonl';
  const [source, base] = isLine && options.declared ? lineAt(text, offset) : ([text.slice(0, text.length), 0] as const);
  const { kind, span } = startOf(source);
  const start = base + span.offset;
  const isEmpty = source.trim() === '';
  const isAtWord = kind === 'word' && offset >= start && offset <= start + span.length;
  if (isEmpty || (options.declared && isAtWord)) {
    const replaced = isEmpty ? { offset, length: 0 } : { offset: start, length: span.length };
    const style = { snippets, indent: isLine ? undefined : snippets ? '\t' : '  ' };
    return new CompletionItems(text, context, style).envelopes(rangeOf(text, replaced));
  }
  if (!options.declared || kind !== 'object' || offset <= start) {
    return [];
  }
  const inside = { text: source.slice(span.offset + 1), base: start + 1, afterValue: false };
  const isMissing = !namesIn(inside, offset).some((name) => fixedNameOf(name) === 'Response');
  const target = isMissing ? targetAt(inside, offset) : undefined;
  if (target?.kind !== 'name') {
    return [];
  }
  const items = new CompletionItems(text, context, { snippets, indent: indentIn(inside, snippets) });
  const item = items.member(target, 'Response');
  return target.nameOnly ? [item] : [item, ...items.responses(target)];
}

/** The line at an offset, and the offset of its start. A long line is cut some way after the offset. */
function lineAt(text: DocumentText, offset: number): readonly [string, number] {
  const base = text.offsetAt({ ...text.positionAt(offset), character: 0 });
  const [line = ''] = text.slice(base, Math.min(text.length, offset + maxBeginningLength)).split('\n', 1);
  return [line, base];
}
