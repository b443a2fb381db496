import assert from 'node:assert/strict';
import { nextName } from '../../../server/src/service/redaction/names';
import { whyNotLinear } from '../../support/linearExpressions';
import { compile, expressionsIn } from '../../support/regularExpressions';
import { worst, type Input } from '../../support/worstInputs';
import { worstOfInsights } from '../../support/worstInsightInputs';

/** Length of an input in UTF-16 units, and the limit of CPU time in milliseconds. */
const length = 100_000;
const limit = 150;

/** A search that takes 35 ms on the machine the limit was set for. The limit is scaled on slower machines. */
const reference = { expression: /\b([a-z][\w-]{0,39})!/g, text: 'a-'.repeat(length / 2), milliseconds: 35 };

const secretNames = ['authorization', 'token', 'signature', 'secret', 'secret_key', 'access_key_id'];

/** Repeated beginnings of a secret: quotes, spaces and escapes without a value after them. */
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

function findNames(text: string): void {
  for (let name = nextName(text, 0); name; name = nextName(text, name.end)) {
    assert.ok(name.end > name.start);
  }
}

/** Expressions that are built at run time, by their source, with the function to test them through. */
const constructed: Readonly<Record<string, (text: string) => unknown>> = {
  ["new RegExp(\n  `(${alternatives})(?:e?s|[_.-]?(?:value|str|string|text|plain|base64|prod|dev|test|new|old|confirm|\\\\d{1,3}))?(?![A-Za-z0-9_])`,\n  'gi',\n)"]:
    findNames,
};

function textOf([head, repeated, tail = '']: Input): string {
  return head + repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length) + tail;
}

/** CPU time in milliseconds, which does not depend on other load. */
function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How much slower this machine is now than the one the limit was set for. */
function slowness(): number {
  const { expression, text, milliseconds } = reference;
  return Math.max(1, cost(() => text.replace(expression, '')) / milliseconds);
}

function assertFast(input: Input, run: (text: string) => void): void {
  const text = textOf(input);
  let took = cost(() => run(text));
  // The first run compiles the expression, and collects earlier garbage.
  for (let runs = 1; runs < 10 && took >= limit; runs++) {
    took = Math.min(took, cost(() => run(text)) / slowness());
  }
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

/** Each character of an expression, and some others, repeated 100,000 times, with and without an end. */
function runsFor(expression: string): Input[] {
  return [...new Set(`${expression}aA0 \n\u00a0中!`)].flatMap((each): Input[] => [
    ['', each],
    ['', each, '\u0001'],
  ]);
}

describe('regular expressions', () => {
  const found = expressionsIn('server/src', 'client/src');
  const inputsOf = new Map([...worst, ...worstOfInsights].map(([expression, ...inputs]) => [expression, inputs]));

  it('that are listed here are those of the product', () => {
    const sources = new Set(found.map(({ source }) => source));
    const listed = [...inputsOf.keys(), ...Object.keys(constructed)];
    assert.deepEqual(
      listed.filter((source) => !sources.has(source)),
      [],
      'Nobody uses these any more.',
    );
  });

  it('that are built at run time are listed here', () => {
    const missing = found.filter((each) => each.constructed && !Object.hasOwn(constructed, each.source));
    assert.deepEqual(missing, [], 'Add them to this file.');
  });

  const literals = new Map(found.filter((each) => !each.constructed).map(({ source, place }) => [source, place]));
  for (const [expression, place] of literals) {
    it(`take a time that is linear in the text: ${expression}`, () => {
      const inputs = inputsOf.get(expression) ?? [];
      const doubt = inputs.length > 0 ? undefined : whyNotLinear(expression);
      assert.equal(doubt, undefined, `${place} is not proved (${doubt}): add its worst inputs to worstInputs.ts.`);
      const run = search(compile(expression));
      [...inputs, ...runsFor(expression)].forEach((input) => assertFast(input, run));
    });
  }

  for (const [expression, run] of Object.entries(constructed)) {
    it(`take less than ${limit} ms for 100 kB: ${expression}`, () => {
      [...almostSecrets, ...runsFor(expression)].forEach((input) => assertFast(input, run));
    });
  }

  it('that are slow are detected', () => {
    for (const expression of ['/a*b/', '/^(a+)+$/', '/^(a{1,30}){1,30}$/', '/(?<=x)\\s{0,99}$/d', '/\\s+$/']) {
      assert.notEqual(whyNotLinear(expression), undefined, expression);
    }
    assert.equal(whyNotLinear('/^a{2,30}[{1,9}]\\{2,3}$/d'), undefined);
  });
});
