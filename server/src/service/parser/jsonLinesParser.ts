import type { Break, Envelope, MissingResponse, ParsedText } from '../envelope/envelope';
import { mayHoldResponse } from '../languages';
import type { EmbeddedParser } from './embedded/embeddedParser';
import type { JsonOptions } from './json/conclude';
import { JsonParser } from './json/jsonParser';

export type JsonLinesOptions = Pick<JsonOptions, 'declared' | 'unwrapped' | 'reportBreaks'>;

/** Finds the envelopes of JSON Lines: each line is a JSON text, blank lines are ignored. */
export class JsonLinesParser {
  private readonly line: JsonParser;

  constructor(
    private readonly options: JsonLinesOptions,
    embedded: EmbeddedParser,
  ) {
    this.line = new JsonParser({ ...options, source: 'jsonl', comments: false }, embedded);
  }

  /** Parses whole lines. */
  parse(text: string): ParsedText {
    const envelopes: Envelope[] = [];
    const breaks: Break[] = [];
    const missingResponses: MissingResponse[] = [];
    let isTooDeep = false;
    let start = 0;
    while (start < text.length) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      const line = text.slice(start, end);
      if (this.isWorthParsing(line)) {
        const found = this.line.parse(line, start);
        // Not `push(...)`: a line may have more envelopes than a call can have arguments.
        found.envelopes.forEach((envelope) => envelopes.push(envelope));
        found.breaks.forEach((each) => breaks.push(each));
        found.missingResponses.forEach((missing) => missingResponses.push(missing));
        isTooDeep ||= found.tooDeep === true;
      }
      start = end + 1;
    }
    return { envelopes, breaks, missingResponses, ...(isTooDeep ? { tooDeep: true } : {}) };
  }

  /** Skips most lines of a log. */
  private isWorthParsing(line: string): boolean {
    const { declared, unwrapped } = this.options;
    return declared || unwrapped ? /\S/.test(line) : mayHoldResponse(line);
  }
}
