import type { Position } from 'vscode-languageserver-types';

/** How many units of an encoding a text takes, by what Node and JavaScript themselves know of it. */
const measures = {
  'utf-16': (text: string) => text.length,
  'utf-8': (text: string) => Buffer.byteLength(text),
  'utf-32': (text: string) => Array.from(text).length,
};

export type Encoding = keyof typeof measures;

/** A position in UTF-16 as one in another encoding. */
export function encode(text: string, { line, character }: Position, encoding: Encoding): Position {
  const content = text.split(/\r\n|\r|\n/)[line] ?? '';
  return { line, character: measures[encoding](content.slice(0, character)) };
}

/** An answer with each position in it, wherever that is, in another encoding than UTF-16. */
export function encodeAll<T>(text: string, answer: T, encoding: Encoding): T {
  const convert = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'line' in value && 'character' in value
      ? encode(text, value as Position, encoding)
      : value;
  return JSON.parse(JSON.stringify(answer), convert) as T;
}
