import { endOf, type Sliceable, type WholeText } from '../base/span';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { Catalog } from '../catalog';
import {
  isObject,
  type FixedName,
  type JsonObject,
  type JsonValue,
  type Member,
  type Shape,
} from '../envelope/envelope';
import type { Settings } from '../context/settings';
import { envelopeAt, type Part } from '../document';
import { fixedNameOf } from '../envelope/spelling';
import type { PositionedText } from '../incremental/chunkedText';
import { codeItems, envelopeItems, memberItem, responseItems } from './completionItems';
import { beginOf, namesIn, placeAt, type ObjectText } from './completionPlace';
import { rangeOf } from './range';

/** What completion depends on, beside the document and the place. */
export interface CompletionContext {
  readonly languageId: string;
  /** The user says that the document is a response. */
  readonly declared: boolean;
  /** The client knows snippets. */
  readonly snippets: boolean;
  /** A RequestId that no call has. */
  readonly newRequestId: () => string;
}

type CompletedText = PositionedText & WholeText;

/** The languages of JSON; in the bodies of other texts nothing is completed. */
const jsonLanguages: ReadonlySet<string> = new Set(['json', 'jsonc', 'jsonl', 'api-response']);

/** UTF-16 units before and behind the cursor that are looked at: what stands between two members is shorter. */
const reach = 4096;

/** UTF-16 units of a text that somebody is only beginning to write. */
const longestBeginning = 64 * 1024;

/**
 * What can stand at an offset: error codes as the value of `Code`, fixed members where they are missing, and whole
 * responses where there is none yet. Nothing in payloads, nor in documents that have nothing to do with responses.
 */
export function completion(
  document: CompletedText,
  parts: readonly Part[],
  offset: number,
  catalog: Catalog,
  settings: Settings,
  context: CompletionContext,
): CompletionItem[] | CompletionList {
  if (!jsonLanguages.has(context.languageId)) {
    return [];
  }
  const envelope = envelopeAt(parts, offset);
  if (!envelope) {
    return isBeginning(document, parts, context) ? beginnings(document, offset, context) : [];
  }
  const isJson = envelope.source === 'json' || envelope.source === 'jsonl';
  return envelope.shape && isJson ? inEnvelope(document, envelope.shape, offset, catalog, settings, context) : [];
}

function inEnvelope(
  document: CompletedText,
  { error, response }: Shape,
  offset: number,
  catalog: Catalog,
  settings: Settings,
  { snippets }: CompletionContext,
): CompletionItem[] | CompletionList {
  const errorObject = error && isObject(error.value) && holds(document, error.value, offset) ? error.value : undefined;
  const object = errorObject ?? response;
  const around = holds(document, object, offset) ? textAround(document, object, offset) : undefined;
  const place = around && placeAt(around, offset);
  if (place?.kind === 'value') {
    return errorObject && fixedNameOf(place.key) === 'Code'
      ? codeItems(document, place, document.slice(place.span.offset, offset), catalog, settings.product)
      : [];
  }
  if (!place) {
    return [];
  }
  const names: FixedName[] = errorObject ? ['Code', 'Message'] : ['Error', 'RequestId'];
  const present = new Set(object.members.filter((member) => !isAt(member, offset)).map(({ fixed }) => fixed));
  const style = { snippets, indent: indentIn(around, snippets) };
  return names.filter((name) => !present.has(name)).map((name) => memberItem(document, place, name, style));
}

/** Whether an offset is between the braces of an object, of which the second may be missing. */
function holds(document: Sliceable, object: JsonObject, offset: number): boolean {
  const { span, members } = object;
  const end = endOf(span);
  // The brace at its end is another's, where that is the end of its last member too.
  const isClosed = hasEnd(document, object) && !members.some(({ value }) => endOf(value.span) === end);
  return offset > span.offset && offset <= (isClosed ? end - 1 : end);
}

/** The cursor is in the name, or behind it. */
function isAt({ name }: Member, offset: number): boolean {
  return offset > name.offset && offset <= endOf(name);
}

/** The inside of an object from the last member before the cursor on; undefined where that is too far. */
function textAround(document: Sliceable, { span, members }: JsonObject, offset: number): ObjectText | undefined {
  let base = span.offset + 1;
  for (const { value } of members) {
    const end = endOf(value.span);
    // At its very end a value may go on, unless a bracket has closed it.
    if (end < offset || (end === offset && end < endOf(span) && hasEnd(document, value))) {
      base = Math.max(base, end);
    }
  }
  const text = document.slice(base, Math.min(endOf(span), offset + reach));
  return offset - base <= reach ? { text, base, behindValue: base > span.offset + 1 } : undefined;
}

/** Whether a container ends with its own bracket, or one that might be. */
function hasEnd(document: Sliceable, { kind, span }: JsonValue): boolean {
  const last = document.slice(endOf(span) - 1, endOf(span));
  return (kind === 'object' && last === '}') || (kind === 'array' && last === ']');
}

/** New members stand on lines of their own where others do. Clients without snippets do not indent what is inserted. */
function indentIn({ text }: ObjectText, snippets: boolean): string | undefined {
  return snippets && text.includes('\n') ? '\t' : undefined;
}

/** Whether there is no response yet where one may be begun: an empty document, or a declared one. */
function isBeginning(document: CompletedText, parts: readonly Part[], context: CompletionContext): boolean {
  if (context.declared && context.languageId === 'jsonl') {
    return true;
  }
  return document.length <= longestBeginning && !parts.some(({ responses }) => responses.envelopes.length > 0);
}

function beginnings(document: CompletedText, offset: number, context: CompletionContext): CompletionItem[] {
  const { languageId, declared, snippets, newRequestId } = context;
  const isLine = languageId === 'jsonl';
  const [text, base] =
    isLine && declared ? lineAt(document, offset) : ([document.slice(0, document.length), 0] as const);
  const { kind, span } = beginOf(text);
  const start = base + span.offset;
  const isEmpty = text.trim() === '';
  const isAtWord = kind === 'word' && offset >= start && offset <= start + span.length;
  if (isEmpty || (declared && isAtWord)) {
    const replaced = isEmpty ? { offset, length: 0 } : { offset: start, length: span.length };
    const style = { snippets, indent: isLine ? undefined : snippets ? '\t' : '  ' };
    return envelopeItems(rangeOf(document, replaced), style, newRequestId);
  }
  if (!declared || kind !== 'object' || offset <= start) {
    return [];
  }
  const inside = { text: text.slice(span.offset + 1), base: start + 1, behindValue: false };
  const isMissing = !namesIn(inside, offset).some((name) => fixedNameOf(name) === 'Response');
  const place = isMissing ? placeAt(inside, offset) : undefined;
  if (place?.kind !== 'name') {
    return [];
  }
  const style = { snippets, indent: indentIn(inside, snippets) };
  const item = memberItem(document, place, 'Response', style);
  return place.nameOnly ? [item] : [item, ...responseItems(document, place, style, newRequestId)];
}

/** The line that an offset is in, and where that begins; of a long one what is before the offset, and some more. */
function lineAt(document: CompletedText, offset: number): readonly [string, number] {
  const base = offset - document.positionAt(offset).character;
  const [line = ''] = document.slice(base, Math.min(document.length, offset + longestBeginning)).split('\n', 1);
  return [line, base];
}
