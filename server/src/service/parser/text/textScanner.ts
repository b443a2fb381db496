import { shiftSpan } from '../../base/span';
import type { Envelope, SourceKind } from '../../envelope/envelope';
import { mapEnvelope, shiftEnvelope } from '../../envelope/mapEnvelope';
import { mayHoldResponse } from '../../languages';
import type { EmbeddedParser } from '../embedded/embeddedParser';
import { decodeJsonString, endOfJsonString } from '../embedded/jsonString';
import { readQuotedScalar } from '../embedded/yamlScalar';
import { jsonExtent } from '../json/jsonExtent';
import { JsonParser } from '../json/jsonParser';
import { readPrefixedBody, type PrefixedBody } from './prefixedBody';
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
  /\{|\[(?:TencentCloud\\Common\\Exception\\)?TencentCloudSDK|TencentCloudSDK(?:Http)?Exception:|\[request id:/g;

/**
 * Finds the responses in a text that is not JSON: bodies, and exception texts of SDKs. A piece ends at the end of a line that no response crosses, so the content of an unchanged piece does
 * not depend on the text around it.
 */
export class TextScanner {
  private readonly body: JsonParser;

  constructor(private readonly options: TextOptions) {
    const { source, embedded } = options;
    const json = { source, declared: false, unwrapped: false, comments: false, reportBreaks: false };
    this.body = new JsonParser(json, embedded);
  }

  /** All envelopes of a whole text. */
  parse(text: string): Envelope[] {
    const pieces = this.scan({ text, isLast: true, pieceLength: Infinity });
    return pieces.flatMap(({ envelopes }) => envelopes);
  }

  /** Scans a stretch into pieces. */
  scan(stretch: TextStretch): TextPiece[] {
    return new TextPass(stretch, this.options, this.body).run();
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
  /** The end of the last whole line. The text after it is not scanned yet. */
  private readonly limit: number;

  constructor(
    private readonly stretch: TextStretch,
    private readonly options: TextOptions,
    private readonly body: JsonParser,
  ) {
    const { text, isLast } = stretch;
    this.text = text;
    this.isLast = isLast;
    this.limit = isLast ? text.length : text.lastIndexOf('\n') + 1;
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
    return start === '{' ? this.takeBody(offset) : this.takeSdkText(offset, start);
  }

  private takeBody(offset: number): boolean {
    const { text, limit, options } = this;
    const quote = options.yaml ? quoteBefore(text, offset) : -1;
    if (options.embedded && quote >= this.base) {
      return this.takeScalar(quote, options.embedded);
    }
    if (options.embedded && text.startsWith('{\\"', offset)) {
      this.takeEscaped(offset, options.embedded);
      return true;
    }
    const { end, isOpen } = jsonExtent(limit === text.length ? text : text.slice(0, limit), offset);
    if (isOpen && !this.isLast) {
      return false;
    }
    const prefixed = readPrefixedBody({ text, offset, limit }, end);
    if (prefixed) {
      return this.takePrefixedBody(prefixed);
    }
    this.done = Math.max(end, offset + 1);
    const body = text.slice(offset, end);
    if (mayHoldResponse(body)) {
      for (const envelope of this.body.parse(body, offset - this.base).envelopes) {
        this.envelopes.push(envelope);
      }
    }
    return true;
  }

  /** Handles a body on lines that begin alike. Returns false if the last one is not there yet. */
  private takePrefixedBody({ lines, length, seen }: PrefixedBody): boolean {
    if (seen >= this.limit && !this.isLast) {
      return false;
    }
    this.seen = Math.max(this.seen, seen);
    this.done = lines.rawOffset(length);
    for (const envelope of this.body.parse(lines.text.slice(0, length)).envelopes) {
      const mapped = mapEnvelope(envelope, (span) => shiftSpan(lines.rawSpan(span), -this.base));
      this.envelopes.push({ ...mapped, source: 'embedded', holder: mapped.span });
    }
    return true;
  }

  /** Handles a body in a quoted YAML scalar. Returns false if its end is not there yet. */
  private takeScalar(quote: number, embedded: EmbeddedParser): boolean {
    const { decoded, end, isOpen } = readQuotedScalar(this.text, quote, this.limit);
    if (isOpen && !this.isLast) {
      return false;
    }
    this.done = end;
    this.addEmbedded(embedded.inDecoded(decoded, { offset: quote, length: end - quote }));
    return true;
  }

  /** Handles a body with escaped quotes, up to the end of the string that contains it. */
  private takeEscaped(offset: number, embedded: EmbeddedParser): void {
    const end = endOfJsonString(this.text, offset, this.limit);
    this.done = end;
    this.addEmbedded(embedded.inDecoded(decodeJsonString(this.text, offset, end), { offset, length: end - offset }));
  }

  private addEmbedded(envelopes: readonly Envelope[]): void {
    envelopes.forEach((envelope) => this.envelopes.push(shiftEnvelope(envelope, -this.base)));
  }

  private takeSdkText(offset: number, start: string): boolean {
    const { text, limit, isLast } = this;
    const from = Math.max(this.done, this.base);
    const found = readSdkText(
      { text: text.slice(this.base, limit), from: from - this.base, to: limit - this.base },
      offset - this.base,
    );
    const seen = found ? this.base + found.seen : Math.min(offset + maxHeadLength, text.length);
    if (seen >= limit && !isLast) {
      return false;
    }
    this.seen = Math.max(this.seen, seen);
    this.done = found ? Math.max(this.base + found.end, offset + 1) : offset + start.length;
    if (found) {
      this.envelopes.push(found.envelope);
    }
    return true;
  }

  /** Cuts pieces that are long enough, at line ends before an offset. */
  private cutUpTo(offset: number): void {
    for (;;) {
      const from = Math.max(this.base + this.stretch.pieceLength, this.seen, this.done, 1);
      const newline = from > offset ? -1 : this.text.indexOf('\n', from - 1);
      const isEnd = this.isLast && newline + 1 === this.text.length;
      if (newline < 0 || newline >= offset || isEnd) {
        return;
      }
      this.cut(newline + 1, false);
    }
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
