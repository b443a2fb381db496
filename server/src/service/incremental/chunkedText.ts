import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { countUpTo } from '../base/binarySearch';
import { Chunk, splitsPair } from './chunk';
import { replaceItems } from './replaceItems';
import { RunningTotals } from './runningTotals';

/**
 * A text document whose changes cost what they change: the text lies in chunks, and a change makes one new chunk of
 * those that it touches. `vscode-languageserver-textdocument` copies the whole text at each keystroke instead.
 */
export class ChunkedText {
  private readonly parts: Chunk[] = [];
  /** Offset at which each chunk begins, and at last the length of the text. */
  private readonly offsets = new RunningTotals();
  /** Line at which each chunk begins; not counted before a place is asked for. */
  private lines: RunningTotals | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.replaceChunks(0, 0, [new Chunk(text)]);
  }

  /** Applies changes in their order, as `textDocument/didChange` hands them over. Returns this same document. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): this {
    for (const change of changes) {
      if ('range' in change) {
        const start = this.offsetAt(change.range.start);
        const end = this.offsetAt(change.range.end);
        this.edit(Math.min(start, end), Math.max(start, end), change.text);
      } else {
        this.replaceChunks(0, this.parts.length, [new Chunk(change.text)]);
      }
    }
    this.version = version;
    return this;
  }

  /** The chunks in order: a list that changes with the text. */
  get chunks(): readonly Chunk[] {
    return this.parts;
  }

  /** Length in UTF-16 units. */
  get length(): number {
    return this.offsetOfChunk(this.parts.length);
  }

  get lineCount(): number {
    return this.lineTotals.before(this.parts.length) + 1;
  }

  getText(range?: Range): string {
    return range ? this.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.slice(0, this.length);
  }

  /** The text between two offsets. */
  slice(start: number, end: number): string {
    let text = '';
    for (let index = this.chunkAt(start); index < this.parts.length; index++) {
      const base = this.offsetOfChunk(index);
      if (base >= end) {
        break;
      }
      text += this.parts[index]?.text.slice(Math.max(0, start - base), end - base) ?? '';
    }
    return text;
  }

  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.length));
    const index = this.chunkAt(bounded);
    const base = this.offsetOfChunk(index);
    const starts = this.parts[index]?.lineStarts ?? [];
    const before = countUpTo(starts, bounded - base);
    const line = this.lineTotals.before(index) + before;
    const start = before > 0 ? base + (starts[before - 1] ?? 0) : this.startOfLine(line);
    return { line, character: this.withinLine(start, bounded) - start };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) {
      return 0;
    }
    if (line >= this.lineCount) {
      return this.length;
    }
    const start = this.startOfLine(line);
    const end = line + 1 < this.lineCount ? this.startOfLine(line + 1) : this.length;
    return this.withinLine(start, Math.min(start + Math.max(0, character), end));
  }

  /** Replaces the text between two offsets. */
  edit(start: number, end: number, text: string): void {
    let first = this.chunkAt(start);
    let last = this.chunkAt(end);
    const head = this.parts[first]?.text.slice(0, start - this.offsetOfChunk(first)) ?? '';
    const tail = this.parts[last]?.text.slice(end - this.offsetOfChunk(last)) ?? '';
    let merged = head + text + tail;
    const previous = this.parts[first - 1];
    if (previous && (merged === '' || splitsPair(previous.text, merged))) {
      merged = previous.text + merged;
      first--;
    }
    const next = this.parts[last + 1];
    if (next && (merged === '' || splitsPair(merged, next.text))) {
      merged += next.text;
      last++;
    }
    this.replaceChunks(first, last + 1, [new Chunk(merged)]);
  }

  /** Puts other chunks in the place of some; what they say of the text is their maker's business. */
  replaceChunks(from: number, to: number, chunks: readonly Chunk[]): void {
    replaceItems(this.parts, from, to, chunks);
    this.offsets.replace(from, to, chunks.map(lengthOf));
    this.lines?.replace(
      from,
      to,
      chunks.map(({ lineStarts }) => lineStarts.length),
    );
  }

  /** Offset at which a chunk begins; that of the last plus one is the length of the text. */
  offsetOfChunk(index: number): number {
    return this.offsets.before(index);
  }

  /** The last chunk that begins at or before an offset. */
  chunkAt(offset: number): number {
    return Math.min(this.parts.length - 1, this.offsets.lastUpTo(offset));
  }

  private get lineTotals(): RunningTotals {
    if (!this.lines) {
      this.lines = new RunningTotals();
      this.lines.replace(
        0,
        0,
        this.parts.map((chunk) => chunk.countLines()),
      );
    }
    return this.lines;
  }

  private startOfLine(line: number): number {
    if (line === 0) {
      return 0;
    }
    // The chunk in which the line begins is the last one with fewer lines before it.
    const index = this.lineTotals.lastUpTo(line - 1);
    const start = this.parts[index]?.lineStarts[line - 1 - this.lineTotals.before(index)] ?? 0;
    return this.offsetOfChunk(index) + start;
  }

  /** A line ends before its line break: no position lies behind or inside it. */
  private withinLine(start: number, offset: number): number {
    let end = offset;
    while (end > start && isLineBreak(this.unitAt(end - 1))) {
      end--;
    }
    return end;
  }

  private unitAt(offset: number): number {
    const index = this.chunkAt(offset);
    return this.parts[index]?.text.charCodeAt(offset - this.offsetOfChunk(index)) ?? 0;
  }
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function lengthOf({ text }: Chunk): number {
  return text.length;
}
