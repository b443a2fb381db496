import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { endOf, type Sliceable } from '../../base/span';
import type { ServiceContext } from '../../context/serviceContext';
import { rangeOf, type ApiResponseDocument, type DocumentText } from '../../document';
import {
  isObject,
  type FixedName,
  type JsonObject,
  type JsonValue,
  type Member,
  type Shape,
} from '../../envelope/envelope';
import { fixedNameOf } from '../../envelope/spelling';
import { languageWithId } from '../../languages';
import { CompletionItems } from './items';
import { namesIn, startOf, targetAt, type ObjectText } from './target';

/** UTF-16 units before and after the cursor that are looked at: what stands between two members is shorter. */
const maxDistance = 4096;

/** UTF-16 units of a text that somebody is only beginning to write. */
const maxBeginningLength = 64 * 1024;

/**
 * What can stand at an offset: error codes as the value of `Code`, fixed members where they are missing, and whole
 * responses where there is none yet. Nothing in payloads, nor in documents that have nothing to do with responses.
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
  const envelope = document.envelopeAt(offset);
  if (!envelope) {
    return isBeginning(document) ? beginnings(document, offset, context) : [];
  }
  const isJson = envelope.source === 'json' || envelope.source === 'jsonl';
  return envelope.shape && isJson ? inEnvelope(document.text, envelope.shape, offset, context) : [];
}

function inEnvelope(
  text: DocumentText,
  { error, response }: Shape,
  offset: number,
  context: ServiceContext,
): CompletionItem[] | CompletionList {
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
      ? items.codes(target, text.slice(target.span.offset, offset))
      : [];
  }
  const names: FixedName[] = errorObject ? ['Code', 'Message'] : ['Error', 'RequestId'];
  const present = new Set(object.members.filter((member) => !isAt(member, offset)).map(({ fixed }) => fixed));
  return names.filter((name) => !present.has(name)).map((name) => items.member(target, name));
}

/** Whether an offset is between the braces of an object, of which the second may be missing. */
function holds(text: Sliceable, object: JsonObject, offset: number): boolean {
  const { span, members } = object;
  const end = endOf(span);
  // The brace at its end is another's, where that is the end of its last member too.
  const isClosed = hasEnd(text, object) && !members.some(({ value }) => endOf(value.span) === end);
  return offset > span.offset && offset <= (isClosed ? end - 1 : end);
}

/** The cursor is in the name, or right after it. */
function isAt({ name }: Member, offset: number): boolean {
  return offset > name.offset && offset <= endOf(name);
}

/** The inside of an object from the last member before the cursor on; undefined where that is too far. */
function textAround(text: Sliceable, { span, members }: JsonObject, offset: number): ObjectText | undefined {
  let base = span.offset + 1;
  for (const { value } of members) {
    const end = endOf(value.span);
    // At its very end a value may go on, unless a bracket has closed it.
    if (end < offset || (end === offset && end < endOf(span) && hasEnd(text, value))) {
      base = Math.max(base, end);
    }
  }
  const inside = text.slice(base, Math.min(endOf(span), offset + maxDistance));
  return offset - base <= maxDistance ? { text: inside, base, afterValue: base > span.offset + 1 } : undefined;
}

/** Whether a container ends with its own bracket, or one that might be. */
function hasEnd(text: Sliceable, { kind, span }: JsonValue): boolean {
  const last = text.slice(endOf(span) - 1, endOf(span));
  return (kind === 'object' && last === '}') || (kind === 'array' && last === ']');
}

/** New members stand on lines of their own where others do. Clients without snippets do not indent what is inserted. */
function indentIn({ text }: ObjectText, snippets: boolean): string | undefined {
  return snippets && text.includes('\n') ? '\t' : undefined;
}

/** Whether there is no response yet where one may be begun: an empty document, or a declared one. */
function isBeginning(document: ApiResponseDocument): boolean {
  const { text, options } = document;
  return (
    (options.declared && text.languageId === 'jsonl') ||
    (text.length <= maxBeginningLength && document.count().responses === 0)
  );
}

/** Whole responses, or the member `Response`, where there is no response yet. */
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

/** The line that an offset is in, and where that begins; of a long one what is before the offset, and some more. */
function lineAt(text: DocumentText, offset: number): readonly [string, number] {
  const base = offset - text.positionAt(offset).character;
  const [line = ''] = text.slice(base, Math.min(text.length, offset + maxBeginningLength)).split('\n', 1);
  return [line, base];
}
