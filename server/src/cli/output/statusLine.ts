/** Runs that are shorter have none, in milliseconds. */
const delay = 1_000;

/** It is written this often at most, in milliseconds. */
const interval = 100;

const eraseLine = '\r\u001b[K';

interface Terminal {
  write(text: string): unknown;
}

/** A line at the end of a terminal that says how far a long run is. It makes way for whatever else is printed. */
export class StatusLine {
  private isShown = false;
  /** Whether what was printed last has not ended its line. */
  private isLineOpen = false;
  private next: number;

  /** `terminal`: undefined if there is none to write to. */
  constructor(
    private readonly terminal: Terminal | undefined,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.next = now() + delay;
  }

  /** Shows a text instead of the last one, unless the run is short or that was just now. */
  show(text: () => string): void {
    if (this.terminal && !this.isLineOpen && this.now() >= this.next) {
      this.next = this.now() + interval;
      this.isShown = true;
      this.terminal.write(eraseLine + text());
    }
  }

  /** Must be called before anything else is printed. */
  makeWayFor(output: string): void {
    if (this.isShown) {
      this.terminal?.write(eraseLine);
      this.isShown = false;
    }
    this.isLineOpen = output === '' ? this.isLineOpen : !output.endsWith('\n');
  }
}

/** Standard error if a person looks at it and lines can be erased there. */
export function terminalOf(
  stream: Terminal & { readonly isTTY?: boolean },
  { CI, TERM }: Readonly<Record<string, string | undefined>>,
): Terminal | undefined {
  return stream.isTTY && !CI && TERM !== 'dumb' ? stream : undefined;
}
