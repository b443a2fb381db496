import type { Envelope } from '../envelope/envelope';
import { shiftEnvelope } from '../envelope/mapEnvelope';
import { parseForward, type ForwardParser, type ForwardText, type Part } from '../incremental';
import { itemFailure, type ItemCodeFinder } from '../itemCodes';
import type { ParseOptions } from '../parser';
import { byPosition, shiftFinding, type Finding, type Validator } from '../validation';

/** An envelope, and what it would be if it had failed with the code of each of its items that did. */
export interface EnvelopeWithItems {
  readonly envelope: Envelope;
  readonly itemFailures: readonly Envelope[];
}

const none: readonly Envelope[] = [];

/**
 * The API responses of a text that is not kept: each list reads it again. Memory is bounded by the largest response, not
 * by their number. All offsets are UTF-16 units from the start of the text.
 */
export class ForwardDocument {
  private readonly parser: ForwardParser;

  constructor(text: ForwardText, options: ParseOptions, pieceLength?: number) {
    this.parser = parseForward(text, options, pieceLength);
  }

  /** The envelopes in the order of the text. */
  envelopes(find: ItemCodeFinder): Iterable<EnvelopeWithItems> {
    return this.list(
      (part) => envelopesOf(part, find),
      (one, other) => one.envelope.span.offset - other.envelope.span.offset,
    );
  }

  /** The findings in the order of the text. */
  findings(validator: Validator): Iterable<Finding> {
    const findingsOf = ({ offset, content }: Part): readonly Finding[] =>
      validator.validate(content).first.map((finding) => shiftFinding(finding, offset));
    return this.list(findingsOf, byPosition);
  }

  /** Lists what is in single pieces, and among it what reaches beyond one. */
  private *list<T>(itemsOf: (part: Part) => readonly T[], compare: (one: T, other: T) => number): Iterable<T> {
    const content = this.parser.across();
    const across = content ? [...itemsOf({ offset: 0, content })].sort(compare) : [];
    let next = 0;
    for (const parts of this.parser.pieces()) {
      for (const item of parts.flatMap((part) => itemsOf(part)).sort(compare)) {
        for (let other = across[next]; other !== undefined && compare(other, item) < 0; other = across[next]) {
          yield other;
          next++;
        }
        yield item;
      }
    }
    yield* across.slice(next);
  }
}

function envelopesOf({ offset, content }: Part, find: ItemCodeFinder): readonly EnvelopeWithItems[] {
  const codesOf = new Map(find(content).map(({ envelope, codes }) => [envelope, codes]));
  return content.parsed.envelopes.map((envelope) => ({
    envelope: shiftEnvelope(envelope, offset),
    itemFailures:
      codesOf.get(envelope)?.map((code) => shiftEnvelope(itemFailure(content.text, envelope, code), offset)) ?? none,
  }));
}
