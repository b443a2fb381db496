import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Gives text a style, or leaves it as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string;

/** Whether standard output shows colours: as a terminal says, or the variables `NO_COLOR` and `FORCE_COLOR`. */
export function hasColors(): boolean {
  return styleText('bold', '-', { stream: process.stdout }) !== '-';
}

/** Styles text if there are colours, whatever this thread's own output is. */
export function painter(colors: boolean | undefined): Paint {
  return colors ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}
