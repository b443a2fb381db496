import type { Envelope } from '../envelope/envelope';
import type { Part } from './reader';

/** An envelope where it lies: `base` is what its spans count from. */
export interface LocatedEnvelope {
  readonly envelope: Envelope;
  readonly base: number;
}

/**
 * The first envelopes of a document that somebody wants, in the order of the text, at most `most`. Parts that begin behind
 * the last of them, or behind `end`, are not looked into; and nothing is copied.
 */
export function firstEnvelopes(
  parts: readonly Part[],
  most: number,
  isWanted: (located: LocatedEnvelope) => boolean,
  end = Infinity,
): LocatedEnvelope[] {
  const found: LocatedEnvelope[] = [];
  let last = 0;
  for (const { base, responses } of parts) {
    for (const envelope of responses.envelopes) {
      const start = base + envelope.span.offset;
      // What is behind the last one that fits comes too late, and so does all that follows it in its part.
      if (start > end || (found.length >= most && start > last)) {
        break;
      }
      if (isWanted({ envelope, base })) {
        found.push({ envelope, base });
        last = Math.max(last, start);
      }
    }
  }
  return found.sort((one, other) => startOf(one) - startOf(other)).slice(0, most);
}

function startOf({ envelope, base }: LocatedEnvelope): number {
  return base + envelope.span.offset;
}
