import { endOf, shiftSpan, type Sliceable, type Span } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import type { Text } from '../envelope/envelope';
import { ChunkedText } from '../incremental';
import { codeMembersIn, hasCodeMember, maxMemberLength, type CodeMember } from './members';

/** What the members in a stretch of a payload say. Most say nothing. */
export interface Tally {
  /** The codes of items that failed, in the order of the text. */
  readonly failed: readonly FailedItem[];
  /** The number of items that succeeded, by the name of the member. */
  readonly succeeded: ReadonlyMap<string, number>;
  /** The names of members with other values, such as codes that are not known. */
  readonly unclear: ReadonlySet<string>;
}

interface FailedItem {
  readonly name: string;
  readonly code: Text;
}

type Chunk = ChunkedText['chunks'][number];

/** What a member says of an item that did not fail. */
const successes: ReadonlySet<string> = new Set(['', '0', 'null', 'ok', 'succ', 'success', 'succeed', 'succeeded']);

const nothing: Tally = { failed: [], succeeded: new Map(), unclear: new Set() };

/** Reads the members of payloads, and remembers those of each chunk of a document that is edited. */
export class TallyReader {
  private readonly ofChunks = new WeakMap<Chunk, { readonly next: Chunk | undefined; readonly tally: Tally }>();

  constructor(private readonly context: Pick<ServiceContext, 'catalog'>) {}

  /** What the members in a span say that have this before each of their quotes. */
  read(text: Sliceable, span: Span, escape: string): Tally {
    return text instanceof ChunkedText && escape === ''
      ? this.readChunks(text, span)
      : this.tallyOf(codeMembersIn(text, span), escape);
  }

  /** Whether a member has the code of an item that failed. */
  private isItemCode({ isString, value }: CodeMember): boolean {
    return isString && !isSuccess(value) && !/^\d+$/.test(value) && this.isKnown(value);
  }

  private readChunks(text: ChunkedText, span: Span): Tally {
    const tallies: Tally[] = [];
    const end = endOf(span);
    let index = text.chunkAt(span.offset);
    for (let base = text.offsetOfChunk(index); base < end; index++) {
      const chunk = text.chunks[index];
      const next = text.chunks[index + 1];
      if (!chunk) {
        break;
      }
      const { length } = chunk.text;
      const isWhole = base >= span.offset && base + length + maxMemberLength <= end;
      const tally = isWhole && next && isLongEnough(next) ? this.tallyOfChunk(chunk, next) : undefined;
      if (!tally) {
        const start = Math.max(base, span.offset);
        const part = { offset: start, length: Math.min(base + length, end) - start };
        tallies.push(this.tallyOf(codeMembersIn(text, part, end), ''));
      } else if (tally !== nothing) {
        tallies.push(shiftTally(tally, base));
      }
      base += length;
    }
    return join(tallies);
  }

  /** A member that reaches into the next chunk counts where it begins. */
  private tallyOfChunk(chunk: Chunk, next: Chunk): Tally {
    let known = this.ofChunks.get(chunk);
    if (known?.next !== next) {
      known = { next, tally: mayHaveMember(chunk.text, next.text) ? this.tallyAcross(chunk.text, next.text) : nothing };
      this.ofChunks.set(chunk, known);
    }
    return known.tally;
  }

  private tallyAcross(own: string, next: string): Tally {
    const text = own + next.slice(0, maxMemberLength);
    return this.tallyOf(codeMembersIn(text, { offset: 0, length: own.length }, text.length), '');
  }

  private tallyOf(members: Iterable<CodeMember>, escape: string): Tally {
    const failed: FailedItem[] = [];
    const succeeded = new Map<string, number>();
    const unclear = new Set<string>();
    for (const member of members) {
      const { name, value, span } = member;
      if (member.escape !== escape) {
        continue;
      }
      if (isSuccess(value)) {
        succeeded.set(name, (succeeded.get(name) ?? 0) + 1);
      } else if (this.isItemCode(member)) {
        failed.push({ name, code: { value, span } });
      } else {
        unclear.add(name);
      }
    }
    return failed.length + succeeded.size + unclear.size > 0 ? { failed, succeeded, unclear } : nothing;
  }

  /** Whether services send a code. Those that SDKs raise never stand in a payload. */
  private isKnown(code: string): boolean {
    const match = this.context.catalog.match(code);
    return match.kind === 'exact' && match.entry.scope !== 'sdk';
  }
}

/** Whether a member begins in a text. Most texts have none, and then they are not copied. */
function mayHaveMember(text: string, next: string): boolean {
  return hasCodeMember(text) || hasCodeMember(text.slice(-maxMemberLength) + next.slice(0, maxMemberLength));
}

function isSuccess(value: string): boolean {
  return successes.has(value.toLowerCase());
}

function isLongEnough({ text }: Chunk): boolean {
  return text.length >= maxMemberLength;
}

function shiftTally(tally: Tally, delta: number): Tally {
  const failed = tally.failed.map(({ name, code }) => ({
    name,
    code: { value: code.value, span: shiftSpan(code.span, delta) },
  }));
  return failed.length > 0 ? { ...tally, failed } : tally;
}

function join(tallies: readonly Tally[]): Tally {
  const succeeded = new Map<string, number>();
  for (const tally of tallies) {
    for (const [name, count] of tally.succeeded) {
      succeeded.set(name, (succeeded.get(name) ?? 0) + count);
    }
  }
  return {
    failed: tallies.flatMap(({ failed }) => failed),
    succeeded,
    unclear: new Set(tallies.flatMap(({ unclear }) => [...unclear])),
  };
}
