import { memoize } from '../base/memoize';
import { endOf, shiftSpan, touches, type Sliceable, type Span } from '../base/span';
import type { Catalog } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';
import { isJsonEnvelope, type Envelope, type JsonEnvelope, type Text } from '../envelope/envelope';
import { shiftEnvelope } from '../envelope/mapEnvelope';
import type { Part } from '../incremental';
import { codeMembersIn, type CodeMember } from './members';
import { messageBeside } from './messageBeside';

/** The codes inside the payload of one response: of items of a batch, or of an asynchronous job. */
export interface ItemCodes {
  readonly envelope: Envelope;
  /** The codes in the order of the text; at least one. */
  readonly codes: readonly Text[];
  /** The number of items, if it is clear of each whether it failed. */
  readonly total: number | undefined;
}

/** Finds the codes of all items in a stretch of a document. Offsets are those of the stretch. */
export type ItemCodeFinder = (content: Part['content']) => readonly ItemCodes[];

/** What a member says of an item that did not fail. */
const successes: ReadonlySet<string> = new Set(['', '0', 'null', 'ok', 'succ', 'success', 'succeed', 'succeeded']);

/** A member is found this far around its value, in UTF-16 units. */
const maxDistance = 512;

/** Creates a finder, which remembers what it found as long as a stretch is the same. */
export function createItemCodeFinder(context: Pick<ServiceContext, 'catalog'>): ItemCodeFinder {
  return memoize(({ text, parsed }: Part['content']) =>
    parsed.envelopes.flatMap((envelope) => itemCodesOf(text, envelope, context) ?? []),
  );
}

/** The codes of the items of a response; undefined if there are none. Its offsets are those of the text. */
export function itemCodesOf(
  text: Sliceable,
  envelope: Envelope,
  context: Pick<ServiceContext, 'catalog'>,
): ItemCodes | undefined {
  if (!isJsonEnvelope(envelope) || !hasPayload(envelope)) {
    return undefined;
  }
  const members = payloadMembers(text, envelope, envelope.shape.response.span);
  // Most payloads have none, and then the catalog is not even loaded.
  const failed = members.filter((member) => isItemCode(member, context));
  const codes = failed.map(({ value, span }) => ({ value, span }));
  if (codes.length === 0) {
    return undefined;
  }
  const names = new Set(failed.map(({ name }) => name));
  const named = members.filter(({ name }) => names.has(name));
  const succeeded = named.filter(({ value }) => isSuccess(value));
  const isClear = named.length === failed.length + succeeded.length;
  return { envelope, codes, total: isClear ? named.length : undefined };
}

/**
 * The response as if it had failed with the code of the item at an offset, so that it can be explained like a failure;
 * undefined if there is no such code.
 */
export function itemFailureAt(
  text: Sliceable,
  envelope: Envelope | undefined,
  offset: number,
  context: Pick<ServiceContext, 'catalog'>,
): Envelope | undefined {
  if (!envelope || !isJsonEnvelope(envelope) || !touches(envelope.shape.response.span, offset)) {
    return undefined;
  }
  const { response } = envelope.shape;
  const start = Math.max(response.span.offset, offset - maxDistance);
  const near = { offset: start, length: Math.min(endOf(response.span), offset + maxDistance) - start };
  const member = payloadMembers(text, envelope, near).find(
    (each) => touches(each.span, offset) && isItemCode(each, context),
  );
  return member && itemFailure(text, envelope, { value: member.value, span: member.span });
}

/** The response as if it had failed with the code of an item, and with the message beside that. */
export function itemFailure(text: Sliceable, envelope: Envelope, code: Text): Envelope {
  const { span } = code;
  const within = envelope.shape?.response.span ?? envelope.span;
  const isEscaped = text.slice(span.offset, span.offset + 1) === '\\';
  const message = messageBeside(text, span, within, isEscaped);
  // Nobody asks where the message of an item is.
  return {
    ...envelope,
    status: 'failure',
    code,
    message: message === undefined ? undefined : { value: message, span },
  };
}

/** Moves all spans by `delta` units. */
export function shiftItemCodes({ envelope, codes, total }: ItemCodes, delta: number): ItemCodes {
  return {
    envelope: shiftEnvelope(envelope, delta),
    codes: codes.map(({ value, span }) => ({ value, span: shiftSpan(span, delta) })),
    total,
  };
}

/** Whether a response has members of the action. */
function hasPayload({ shape }: JsonEnvelope): boolean {
  return shape.response.members.some(({ fixed }) => fixed !== 'RequestId' && fixed !== 'Error');
}

/** The members in a part of a response that may carry a code, except for those of its own `Error`. */
function payloadMembers(text: Sliceable, { shape }: JsonEnvelope, span: Span): CodeMember[] {
  const { error, response } = shape;
  const found = [...codeMembersIn(text, span)];
  if (found.length === 0) {
    return found;
  }
  const escape = escapeAt(text, response.span.offset);
  return found.filter((each) => each.escape === escape && !(error && touches(error.value.span, each.span.offset)));
}

/** What stands before each quote of an object that begins at an offset. */
function escapeAt(text: Sliceable, offset: number): string {
  const beginning = text.slice(offset, offset + maxDistance);
  const quote = beginning.indexOf('"');
  let start = quote;
  while (beginning.charAt(start - 1) === '\\') {
    start--;
  }
  return beginning.slice(start, quote);
}

function isItemCode({ isString, value }: CodeMember, context: Pick<ServiceContext, 'catalog'>): boolean {
  return isString && !isSuccess(value) && !/^\d+$/.test(value) && isKnown(value, context.catalog);
}

/** Whether services send a code. Those that SDKs raise never stand in a payload. */
function isKnown(code: string, catalog: Catalog): boolean {
  const match = catalog.match(code);
  return match.kind === 'exact' && match.entry.scope !== 'sdk';
}

function isSuccess(value: string): boolean {
  return successes.has(value.toLowerCase());
}
