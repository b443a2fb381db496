import assert from 'node:assert/strict';
import { english } from '../../server/src/service/base/localizer';
import { redact } from '../../server/src/service/ticket/redaction';
import { compile, expressionsIn } from '../support/regularExpressions';
import { worst, type Input } from '../support/worstInputs';

/** UTF-16 units of an input, and milliseconds that it may take. */
const length = 100_000;
const limit = 50;

const secretNames = ['authorization', 'token', 'signature', 'secret', 'secret_key', 'access_key_id'];

/** Almost a secret, again and again: quotes, blanks and escapes without end, and no value behind them. */
const almostSecrets: readonly Input[] = [
  ...secretNames.flatMap((name): Input[] => [
    ['', name],
    ['', `${name} `],
    ['', `${name}=`],
    ['', `${name}="`],
    ['', `${name}    `],
    ['', `${name}${'\\'.repeat(15)}`],
    ['', `${name}${'\\'.repeat(15)}"    :    ${'\\'.repeat(15)}b"`],
    ['', `${name}=[removed]`],
    ['', `${name}=x,`],
    [name, '\\', '='],
    [name, ' ', '='],
    [`${name}=`, 'x', ','],
    [`${name}=`, '('],
  ]),
  ['', 'Bearer '],
  ['', 'Bearer    ('],
  ['', 'Bearer ', '1'],
  ['', 'Bearer xxxxxxxxxxxxxxx '],
  ['Bearer ', 'x', ' '],
  ['Bearer ', '('],
  ['Bearer ', '=>'],
  ['', 'q-ak=', ' '],
  ['', 'q-signature%3D('],
  ['', 'q-'],
];

const takeSecretsOut = (text: string): unknown => redact(text, english);

/** Expressions that are put together at run time, by what their code says, and the function to give the inputs to. */
const constructed: Readonly<Record<string, (text: string) => unknown>> = {
  [String.raw`new RegExp(${'`(${name}${is})${value}`'}, 'gi')`]: takeSecretsOut,
  [String.raw`new RegExp(String.raw${'`(authorization${is})'}[^"'\\\r\n]+${'`'}, 'gi')`]: takeSecretsOut,
  [String.raw`new RegExp(String.raw${'`'}\b(Bearer {1,4})(?=\S{16}|\S*\d)${'${value}`'}, 'g')`]: takeSecretsOut,
  ["new RegExp(`(q-(?:ak|signature)(?:=|%3D))${value}`, 'gi')"]: takeSecretsOut,
};

function textOf([head, repeated, tail = '']: Input): string {
  return head + repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length) + tail;
}

/** The best of some runs, in milliseconds: a busy machine makes single runs slow. */
function best(run: () => void): number {
  let least = Infinity;
  for (let runs = 0; runs < 5 && least > limit / 2; runs++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function assertFast(input: Input, run: (text: string) => void): void {
  const text = textOf(input);
  const took = best(() => run(text));
  assert.ok(took < limit, `${took.toFixed(0)} ms for ${JSON.stringify(input.map((part) => part?.slice(0, 80)))}`);
}

/** Finds one match, then all of them. */
function search(expression: RegExp): (text: string) => void {
  const every = new RegExp(expression.source, expression.global ? expression.flags : `${expression.flags}g`);
  return (text) => {
    expression.lastIndex = 0;
    expression.test(text);
    text.replace(every, '');
  };
}

/** Each character that an expression speaks of, and some others, 100,000 times, with and without an end. */
function runsFor(expression: string): Input[] {
  return [...new Set(`${expression}aA0 \n\u00a0中!`)].flatMap((each): Input[] => [
    ['', each],
    ['', each, '\u0001'],
  ]);
}

describe('regular expressions', () => {
  const found = expressionsIn('server/src', 'client/src');

  it('are all listed here with their worst inputs, and no others', () => {
    const listed = new Set([...worst.map(([expression]) => expression), ...Object.keys(constructed)]);
    const missing = found.filter(({ source }) => !listed.has(source));
    assert.deepEqual(missing, [], 'Add them to test/support/worstInputs.ts.');
    const sources = new Set(found.map(({ source }) => source));
    assert.deepEqual(
      [...listed].filter((source) => !sources.has(source)),
      [],
      'Nobody uses these any more.',
    );
  });

  for (const [expression, ...inputs] of worst) {
    it(`take less than ${limit} ms for 100 kB: ${expression}`, () => {
      assert.ok(inputs.length > 0);
      const run = search(compile(expression));
      [...inputs, ...runsFor(expression)].forEach((input) => assertFast(input, run));
    });
  }

  for (const [expression, run] of Object.entries(constructed)) {
    it(`take less than ${limit} ms for 100 kB: ${expression}`, () => {
      [...almostSecrets, ...runsFor(expression)].forEach((input) => assertFast(input, run));
    });
  }
});
