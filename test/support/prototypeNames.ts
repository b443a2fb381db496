import assert from 'node:assert/strict';

/** Names of built-in properties of JavaScript objects, functions and strings. */
export const prototypeNames: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'isPrototypeOf',
  '__defineGetter__',
  'length',
  'name',
];

/** An ordinary name with the same length and the same kinds of characters. */
export function lookalike(name: string): string {
  return name.replace(/[a-z](?=_*$)/, 'q');
}

/**
 * Asserts that the result for a name equals that for its lookalike, except for the name, and that no prototype changed.
 */
export function assertMeansNothing(name: string, ofName: unknown, ofLookalike: unknown): void {
  // Markdown escapes underscores.
  const word = name.replaceAll('_', '');
  const expected = JSON.stringify(ofLookalike).replaceAll(lookalike(word), word);
  assert.deepEqual(JSON.parse(JSON.stringify(ofName)), JSON.parse(expected));
  assertUntouched();
}

const builtins = [Object, Function, Array, String, Map, RegExp].flatMap((each) => [each, each.prototype] as object[]);
const ownKeys = builtins.map((each) => Reflect.ownKeys(each));

/** Asserts that no property was added to a built-in prototype. */
export function assertUntouched(): void {
  assert.deepEqual(
    builtins.map((each) => Reflect.ownKeys(each)),
    ownKeys,
  );
}
