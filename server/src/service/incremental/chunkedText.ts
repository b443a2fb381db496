import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { countUpTo } from '../base/binarySearch';
import { Chunk, splitsPair } from './chunk';
import { replaceItems } from './replaceItems';
import { RunningTotals } from './runningTotals';

/**
 * A text document stored in chunks. A change replaces the chunks it touches by one new chunk, while
 * `vscode-languageserver-textdocument` copies the whole text on every keystroke.
 */
export class ChunkedText {
  private readonly list: Chunk[] = [];
  /** The offset of each chunk, and finally the length of the text. */
  private readonly offsets = new RunningTotals();
  /** The line at which each chunk begins, counted on first use. */
  private lines: RunningTotals | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.replaceChunks(0, 0, [new Chunk(text)]);
  }

  /** Applies the changes of `textDocument/didChange` in order. Returns this document. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): this {
    for (const change of changes) {
      if ('range' in change) {
        const start = this.offsetAt(change.range.start);
        const end = this.offsetAt(change.range.end);
        this.edit(Math.min(start, end), Math.max(start, end), change.text);
      } else {
        this.replaceChunks(0, this.list.length, [new Chunk(change.text)]);
      }
    }
    this.version = version;
    return this;
  }

  /** The chunks in order. The list is live: it changes with the text. */
  get chunks(): readonly Chunk[] {
    return this.list;
  }

  /** Length in UTF-16 units. */
  get length(): number {
    return this.offsetOfChunk(this.list.length);
  }

  get lineCount(): number {
    return this.lineTotals.before(this.list.length) + 1;
  }

  getText(range?: Range): string {
    return range ? this.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.slice(0, this.length);
  }

  /** The text between two offsets. */
  slice(start: number, end: number): string {
    let text = '';
    for (let index = this.chunkAt(start); index < this.list.length; index++) {
      const base = this.offsetOfChunk(index);
      if (base >= end) {
        break;
      }
      text += this.list[index]?.text.slice(Math.max(0, start - base), end - base) ?? '';
    }
    return text;
  }

  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.length));
    const index = this.chunkAt(bounded);
    const base = this.offsetOfChunk(index);
    const starts = this.list[index]?.lineStarts ?? [];
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
    const head = this.list[first]?.text.slice(0, start - this.offsetOfChunk(first)) ?? '';
    const tail = this.list[last]?.text.slice(end - this.offsetOfChunk(last)) ?? '';
    let merged = head + text + tail;
    const previous = this.list[first - 1];
    if (previous && (merged === '' || splitsPair(previous.text, merged))) {
      merged = previous.text + merged;
      first--;
    }
    const next = this.list[last + 1];
    if (next && (merged === '' || splitsPair(merged, next.text))) {
      merged += next.text;
      last++;
    }
    this.replaceChunks(first, last + 1, [new Chunk(merged)]);
  }

  /** Replaces some chunks by others, possibly with the same text. */
  replaceChunks(from: number, to: number, chunks: readonly Chunk[]): void {
    replaceItems(this.list, from, to, chunks);
    this.offsets.replace(from, to, chunks.map(lengthOf));
    this.lines?.replace(
      from,
      to,
      chunks.map(({ lineStarts }) => lineStarts.length),
    );
  }

  /** The offset of a chunk; for the index after the last one, the length of the text. */
  offsetOfChunk(index: number): number {
    return this.offsets.before(index);
  }

  /** The index of the last chunk that begins at or before an offset. */
  chunkAt(offset: number): number {
    return Math.min(this.list.length - 1, this.offsets.lastUpTo(offset));
  }

  private get lineTotals(): RunningTotals {
    if (!this.lines) {
      this.lines = new RunningTotals();
      this.lines.replace(
        0,
        0,
        this.list.map((chunk) => chunk.countLines()),
      );
    }
    return this.lines;
  }

  private startOfLine(line: number): number {
    if (line === 0) {
      return 0;
    }
    // The line begins in the last chunk with fewer lines before it.
    const index = this.lineTotals.lastUpTo(line - 1);
    const start = this.list[index]?.lineStarts[line - 1 - this.lineTotals.before(index)] ?? 0;
    return this.offsetOfChunk(index) + start;
  }

  /** Moves an offset before the line break of its line: no position is inside or after it. */
  private withinLine(start: number, offset: number): number {
    let end = offset;
    while (end > start && isLineBreak(this.unitAt(end - 1))) {
      end--;
    }
    return end;
  }

  private unitAt(offset: number): number {
    const index = this.chunkAt(offset);
    return this.list[index]?.text.charCodeAt(offset - this.offsetOfChunk(index)) ?? 0;
  }
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function lengthOf({ text }: Chunk): number {
  return text.length;
}
