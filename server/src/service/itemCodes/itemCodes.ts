import { memoize } from '../base/memoize';
import { endOf, shiftSpan, touches, type Sliceable, type Span } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { isJsonEnvelope, type Envelope, type JsonEnvelope, type Text } from '../envelope/envelope';
import { shiftEnvelope } from '../envelope/mapEnvelope';
import type { Part } from '../incremental';
import { hasCodeMember } from './members';
import { messageBeside } from './messageBeside';
import { TallyReader } from './tally';

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

/** A member is found this far around its value, in UTF-16 units. */
const maxDistance = 512;

/** Creates a finder, which remembers what it found as long as a stretch is the same. */
export function createItemCodeFinder(context: Pick<ServiceContext, 'catalog'>): ItemCodeFinder {
  const reader = new TallyReader(context);
  return memoize(({ text, parsed }: Part['content']) =>
    typeof text === 'string' && !hasCodeMember(text)
      ? []
      : parsed.envelopes.flatMap((envelope) => itemCodesIn(text, envelope, reader) ?? []),
  );
}

/** The codes of the items of a response; undefined if there are none. Its offsets are those of the text. */
export function itemCodesOf(
  text: Sliceable,
  envelope: Envelope,
  context: Pick<ServiceContext, 'catalog'>,
): ItemCodes | undefined {
  return itemCodesIn(text, envelope, new TallyReader(context));
}

function itemCodesIn(text: Sliceable, envelope: Envelope, reader: TallyReader): ItemCodes | undefined {
  if (!isJsonEnvelope(envelope) || !hasPayload(envelope)) {
    return undefined;
  }
  const { span } = envelope.shape.response;
  const tally = reader.read(text, span, escapeAt(text, span.offset));
  const failed = tally.failed.filter(({ code }) => !isOwnCode(code.span, envelope));
  if (failed.length === 0) {
    return undefined;
  }
  const names = new Set(failed.map(({ name }) => name));
  const isClear = ![...names].some((name) => tally.unclear.has(name));
  const succeeded = [...names].reduce((sum, name) => sum + (tally.succeeded.get(name) ?? 0), 0);
  return {
    envelope,
    codes: failed.map(({ code }) => code),
    total: isClear ? failed.length + succeeded : undefined,
  };
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
  const { span } = envelope.shape.response;
  const start = Math.max(span.offset, offset - maxDistance);
  const near = { offset: start, length: Math.min(endOf(span), offset + maxDistance) - start };
  const code = new TallyReader(context)
    .read(text, near, escapeAt(text, span.offset))
    .failed.map((failed) => failed.code)
    .find((each) => touches(each.span, offset) && !isOwnCode(each.span, envelope));
  return code && itemFailure(text, envelope, code);
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

/** Whether a code is that of the response itself. */
function isOwnCode({ offset }: Span, { shape }: JsonEnvelope): boolean {
  return shape.error !== undefined && touches(shape.error.value.span, offset);
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
