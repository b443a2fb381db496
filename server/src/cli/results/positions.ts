import { TextDocument } from 'vscode-languageserver-textdocument';

/** A place in a text. Lines and characters count from 0, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Lines and characters count from 0, in UTF-16 units. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Converts offsets to positions as in the Language Server Protocol. `TextDocument` computes all line starts first,
 * which takes as long as `JSON.parse`. A check needs few positions, nearly always in ascending order, so lines are
 * counted from one position to the next.
 */
export class Positions {
  /** The line of the last position, and the offsets where it and the next line begin. */
  private line = 0;
  private start = 0;
  private next: number;
  private readonly hasCarriageReturns: boolean;
  /** Created if counting line feeds is not enough. */
  private document: TextDocument | undefined;

  constructor(private readonly text: string) {
    this.next = this.nextLine();
    this.hasCarriageReturns = text.includes('\r');
  }

  rangeOf({ offset, length }: { readonly offset: number; readonly length: number }): Range {
    return { start: this.at(offset), end: this.at(offset + length) };
  }

  at(offset: number): Position {
    if (offset < this.start || this.document || this.hasCarriageReturns) {
      this.document ??= TextDocument.create('', '', 0, this.text);
      return this.document.positionAt(offset);
    }
    while (this.next <= offset) {
      this.line++;
      this.start = this.next;
      this.next = this.nextLine();
    }
    return { line: this.line, character: Math.min(offset, this.text.length) - this.start };
  }

  private nextLine(): number {
    const feed = this.text.indexOf('\n', this.start);
    return feed < 0 ? Infinity : feed + 1;
  }
}
