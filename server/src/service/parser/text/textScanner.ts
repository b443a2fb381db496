import type { Envelope, SourceKind } from '../../envelope/envelope';
import { shiftEnvelope } from '../../envelope/mapEnvelope';
import type { EmbeddedParser } from '../embedded/embeddedParser';
import { readEscapedQuotes } from '../embedded/escapedQuotes';
import { readJavaMap } from '../embedded/javaMap';
import { decodeJsonString, endOfJsonString } from '../embedded/jsonString';
import { mayBeginLiteral, readLiteral, type DecodedBody } from '../embedded/literal';
import { readPrintR } from '../embedded/printR';
import { readVarExport } from '../embedded/varExport';
import { readQuotedScalar } from '../embedded/yamlScalar';
import { jsonExtent } from '../json/jsonExtent';
import { BodyParser } from './bodyParser';
import { withoutColours, withColours } from './colours';
import { endOfRaises } from './docstring';
import { readPrefixedBody } from './prefixedBody';
import { maxHeadLength, readSdkText } from './sdkText';

export interface TextOptions {
  readonly source: SourceKind;
  /** Quoted bodies are YAML scalars. */
  readonly yaml: boolean;
  /** Parses the content of strings; without it strings are not searched. */
  readonly embedded?: EmbeddedParser | undefined;
}

/** A stretch of whole lines. */
export interface TextPiece {
  readonly text: string;
  /** It ends with the end of the text. */
  readonly isLast: boolean;
  /** Offsets are relative to the piece. */
  readonly envelopes: readonly Envelope[];
}

/** A text, or a stretch of one that begins with a line. */
export interface TextStretch {
  readonly text: string;
  /** It ends with the end of the text. Otherwise an end that depends on the next text is left out. */
  readonly isLast: boolean;
  /** Minimum length of a piece in UTF-16 units, except the last one. */
  readonly pieceLength: number;
}

/** The start of a response. */
const starts =
  /\{|\[(?:TencentCloud\\{1,2}Common\\{1,2}Exception\\{1,2})?TencentCloudSDK|T?encentCloudSDK(?:Http)?Exception(?:[:(]| \[)|\[request id:|\bErrorCode=|\bcode:(?=[A-Z])|\bCode ?[:=]|message：code:|'Response'[ \t]{0,9}[:=]|, Response(?:: |=)\{|\[Response\] => |\bRaises:[ \t]{0,9}\r?\n/g;

/** Maximum length of the name of a member and what stands before its value, in UTF-16 units. */
const maxMemberHead = 500;

/** After the brace of a body: no JSON goes on with this, but another notation may. */
const bareStart = /\{\s{0,200}[A-Za-z_$'`]/y;

/**
 * Finds the responses in a text that is not JSON: bodies, and exception texts of SDKs. A piece ends at the end of a
 * line that no response crosses, so the content of an unchanged piece does not depend on the text around it.
 */
export class TextScanner {
  private readonly body: BodyParser;

  constructor(private readonly options: TextOptions) {
    this.body = new BodyParser(options.source, options.embedded);
  }

  /** All envelopes of a whole text. */
  parse(text: string): Envelope[] {
    const pieces = this.scan({ text, isLast: true, pieceLength: Infinity });
    return pieces.flatMap(({ envelopes }) => envelopes);
  }

  /** Scans a stretch into pieces. */
  scan(stretch: TextStretch): TextPiece[] {
    const plain = withoutColours(stretch.text);
    const text = plain?.text ?? stretch.text;
    const pieces = new TextPass({ ...stretch, text }, this.options, this.body).run();
    return plain ? withColours(pieces, plain, stretch.text) : pieces;
  }
}

class TextPass {
  private readonly pieces: TextPiece[] = [];
  private envelopes: Envelope[] = [];
  /** The start of the current piece. */
  private base = 0;
  private readonly text: string;
  private readonly isLast: boolean;
  /** The ends of the last response, and of the text examined for it. */
  private done = 0;
  private seen = 0;
  /** The end of the last body or exception text: what is before it does not belong to a later message. */
  private responseEnd = 0;
  /** The end of the last whole line. The text after it is not scanned yet. */
  private readonly limit: number;
  /** The text up to the limit. */
  private readonly lines: string;
  /** The end of the last JSON in which strings are not searched: only exception texts are found in it. */
  private bodyEnd = 0;
  /** The first line break from an offset on, or infinity. */
  private lineBreak = { from: 0, at: -1 };

  constructor(
    private readonly stretch: TextStretch,
    private readonly options: TextOptions,
    private readonly body: BodyParser,
  ) {
    const { text, isLast } = stretch;
    this.text = text;
    this.isLast = isLast;
    this.limit = isLast ? text.length : text.lastIndexOf('\n') + 1;
    this.lines = this.limit === text.length ? text : text.slice(0, this.limit);
  }

  run(): TextPiece[] {
    const { text, limit } = this;
    for (;;) {
      starts.lastIndex = this.done;
      const found = starts.exec(text);
      if (!found || found.index >= limit) {
        break;
      }
      this.cutUpTo(found.index);
      if (!this.take(found.index, found[0])) {
        return this.pieces;
      }
    }
    this.cutUpTo(limit);
    if (this.seen <= limit && (this.base < limit || this.isLast)) {
      this.cut(limit, this.isLast);
    }
    return this.pieces;
  }

  /** Handles the match at an offset. Returns false if the result depends on text that is not there yet. */
  private take(offset: number, start: string): boolean {
    switch (start) {
      case '{':
        return this.takeBody(offset);
      case '[Response] => ':
        return this.takeDecoded(readPrintR(this.lines, offset, this.limit), offset);
      default:
        if (start.startsWith('Raises:')) {
          return this.skipDocumented(offset, offset + start.length);
        }
        return start.includes('Response') ? this.takeMember(offset, start) : this.takeSdkText(offset);
    }
  }

  private takeBody(offset: number): boolean {
    const { lines, limit, options } = this;
    const quote = options.yaml ? quoteBefore(lines, offset) : -1;
    if (options.embedded && quote >= this.base) {
      return this.takeDecoded(readQuotedScalar(lines, quote, limit), quote);
    }
    if (options.embedded && lines.startsWith('{\\"', offset)) {
      this.takeEscaped(offset, options.embedded);
      return true;
    }
    const other = this.readOtherNotation(offset);
    if (other) {
      return this.takeDecoded(other, offset);
    }
    bareStart.lastIndex = offset;
    if (offset < this.bodyEnd || bareStart.test(lines)) {
      this.done = offset + 1;
      return this.isLast || !mayBeginLiteral(lines, offset, limit);
    }
    const { end, isOpen } = jsonExtent(lines, offset);
    if (isOpen && !this.isLast) {
      return false;
    }
    const prefixed = readPrefixedBody({ text: lines, offset, limit }, end);
    if (prefixed) {
      return this.takeDecoded(prefixed, offset);
    }
    if (lines.charAt(end - 1) !== '}') {
      // It breaks off where the next line begins.
      this.seen = Math.max(this.seen, Math.min(end + 1, limit));
    }
    this.takeJson(offset, end);
    return true;
  }

  /** Handles the JSON between two offsets. */
  private takeJson(offset: number, end: number): void {
    const found = this.body.parse(this.lines, offset, end);
    found.forEach((envelope) => this.envelopes.push(shiftEnvelope(envelope, -this.base)));
    if (found.length === 0 && !this.options.embedded) {
      this.bodyEnd = Math.max(this.bodyEnd, end);
      this.done = offset + 1;
    } else {
      this.done = Math.max(end, offset + 1);
      this.responseEnd = this.done;
    }
  }

  private readOtherNotation(offset: number): DecodedBody | undefined {
    const { lines, limit, options } = this;
    const read = readLiteral(lines, offset, limit) ?? readJavaMap(lines, offset, limit);
    return read ?? (options.embedded ? readEscapedQuotes(lines, offset, limit) : undefined);
  }

  /** Handles a member `Response` that is not the first one of its object, in another notation than JSON. */
  private takeMember(offset: number, start: string): boolean {
    const { lines, limit } = this;
    const name = start.startsWith(',') ? offset + 2 : offset;
    const found = this.readOtherNotation(name) ?? readVarExport(lines, name, limit);
    if (found) {
      return this.takeDecoded(found, name);
    }
    this.done = offset + start.length - 1;
    // The value may stand on the next line.
    this.seen = Math.max(this.seen, Math.min(name + maxMemberHead, limit));
    return this.isLast || name + maxMemberHead < limit;
  }

  /** Handles a body in another notation. Returns false if its end is not there yet. */
  private takeDecoded(body: DecodedBody, offset: number): boolean {
    const { decoded, end, isOpen, isJson, retry, seen = 0 } = body;
    if ((isOpen || seen >= this.limit) && !this.isLast) {
      return false;
    }
    this.seen = Math.max(this.seen, seen);
    const holder = { offset, length: end - offset };
    const embedded = isJson ? undefined : this.options.embedded;
    const found = embedded?.inDecoded(decoded, holder) ?? this.body.parseDecoded(decoded, holder);
    this.addEmbedded(found);
    this.done = Math.max((found.length === 0 && retry) || end, offset + 1);
    this.responseEnd = this.done;
    return true;
  }

  /** Handles a body with escaped quotes, up to the end of the string that contains it. */
  private takeEscaped(offset: number, embedded: EmbeddedParser): void {
    const end = endOfJsonString(this.text, offset, this.limit);
    this.done = end;
    this.addEmbedded(embedded.inDecoded(decodeJsonString(this.text, offset, end), { offset, length: end - offset }));
  }

  /** Skips the exceptions that a docstring lists. Returns false if they may go on after the limit. */
  private skipDocumented(offset: number, listStart: number): boolean {
    const end = endOfRaises(this.lines, offset, listStart);
    this.done = end ?? listStart;
    this.seen = Math.max(this.seen, Math.min(this.done + 1, this.limit));
    return this.isLast || this.done < this.limit;
  }

  private addEmbedded(envelopes: readonly Envelope[]): void {
    envelopes.forEach((envelope) => this.envelopes.push(shiftEnvelope(envelope, -this.base)));
  }

  private takeSdkText(offset: number): boolean {
    const { text, limit, isLast } = this;
    const from = Math.max(this.responseEnd, this.base);
    const found = readSdkText(
      { text: text.slice(this.base, limit), from: from - this.base, to: limit - this.base },
      offset - this.base,
    );
    const seen = found ? this.base + found.seen : Math.min(offset + maxHeadLength, text.length);
    if (seen >= limit && !isLast) {
      return false;
    }
    this.seen = Math.max(this.seen, seen);
    this.done = found ? Math.max(this.base + found.end, offset + 1) : offset + 1;
    if (found) {
      this.envelopes.push(found.envelope);
      this.responseEnd = this.done;
    }
    return true;
  }

  /** Cuts pieces that are long enough, at line ends before an offset. */
  private cutUpTo(offset: number): void {
    for (;;) {
      const from = Math.max(this.base + this.stretch.pieceLength, this.seen, this.done, 1);
      const newline = from > offset ? Infinity : this.lineBreakFrom(from - 1);
      const isEnd = this.isLast && newline + 1 === this.text.length;
      if (newline >= offset || isEnd) {
        return;
      }
      this.cut(newline + 1, false);
    }
  }

  /** The offset of the first line break from an offset on. It is remembered, since a line may be of any length. */
  private lineBreakFrom(offset: number): number {
    if (offset < this.lineBreak.from || offset > this.lineBreak.at) {
      const found = this.text.indexOf('\n', offset);
      this.lineBreak = { from: offset, at: found < 0 ? Infinity : found };
    }
    return this.lineBreak.at;
  }

  private cut(end: number, isLast: boolean): void {
    const { envelopes } = this;
    const text = this.text.slice(this.base, end);
    this.pieces.push({ isLast, text, envelopes });
    this.base = end;
    this.done = Math.max(this.done, end);
    this.envelopes = [];
  }
}

/** The offset of the quote before a body, on the same line; -1 if there is none. */
function quoteBefore(text: string, offset: number): number {
  let before = offset - 1;
  while (before >= 0 && offset - before < 10 && text.charAt(before) === ' ') {
    before--;
  }
  return /["']/.test(text.charAt(before)) ? before : -1;
}
