import { WriteStream } from 'node:tty';
import { inspect } from 'node:util';

/** Gives text a style, or leaves it as it is where there are no colours. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'magenta', text: string) => string;

/** Whether standard output shows colours: as a terminal says, or the variables `NO_COLOR` and `FORCE_COLOR`. */
export function hasColors(): boolean {
  const mayHave = process.stdout.isTTY || process.env.FORCE_COLOR !== undefined;
  // It reads the variables, and needs no terminal.
  return mayHave && WriteStream.prototype.getColorDepth() > 2;
}

/** Styles text, or not. */
export function painter(colors: boolean | undefined): Paint {
  return colors ? styled : (_, text) => text;
}

function styled(style: Parameters<Paint>[0], text: string): string {
  const [start, end] = inspect.colors[style] ?? [0, 0];
  return `\u001b[${start}m${text}\u001b[${end}m`;
}
