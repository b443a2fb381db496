import assert from 'node:assert/strict';

/** Names that JavaScript objects, functions and texts have of their own. */
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

/** A name that means nothing to anybody, and is otherwise alike: it has the same length and the same kinds of characters. */
export function lookalike(name: string): string {
  return name.replace(/[a-z](?=_*$)/, 'q');
}

/** What is said of a name is what is said of its lookalike, but for the name itself; and nothing is left behind. */
export function assertMeansNothing(name: string, ofName: unknown, ofLookalike: unknown): void {
  // Markdown has backslashes before underscores.
  const word = name.replaceAll('_', '');
  const expected = JSON.stringify(ofLookalike).replaceAll(lookalike(word), word);
  assert.deepEqual(JSON.parse(JSON.stringify(ofName)), JSON.parse(expected));
  assertUntouched();
}

const builtins = [Object, Function, Array, String, Map, RegExp].flatMap((each) => [each, each.prototype] as object[]);
const ownKeys = builtins.map((each) => Reflect.ownKeys(each));

/** No property was added to what all objects have in common. */
export function assertUntouched(): void {
  assert.deepEqual(
    builtins.map((each) => Reflect.ownKeys(each)),
    ownKeys,
  );
}
