import * as fc from 'fast-check';
import { createScanner, parse as parseJsonc, parseTree, SyntaxKind, type Node, type ParseError } from 'jsonc-parser';
import assert from 'node:assert/strict';
import { actionsOn, apply, fixAll } from '../../support/codeActions';
import { runs } from '../../support/runs';
import { findingsOf, read, type ParseOptions } from '../../support/service';

type Value = string | readonly (readonly [name: string, value: Value])[];

/** The style of a document. */
interface Style {
  readonly lineEnd: '\n' | '\r\n' | '';
  readonly indent: string;
  readonly colon: string;
  /** Whitespace inside braces of a document on one line. */
  readonly padding: string;
}

const text = (value: string): string => JSON.stringify(value);

const requestId: fc.Arbitrary<string> = fc.constantFrom('"r"', '"r"', '""', '7', '-1.5e3', 'true', 'null', '{"a":[1]}');
const requestIdName = fc.constantFrom('RequestId', 'RequestId', 'requestId', 'request_id', 'REQUESTID');
const code = fc.constantFrom(
  text('InternalError'),
  text('InternalError.'),
  text('\tAuthFailure.SignatureFailure '),
  text('InvalidInstancId'),
  text('Nonsense.Of.Somebody'),
  text(''),
  '404',
  'null',
  '["InternalError"]',
);
const message = fc.constantFrom(text('m'), text('\\ "😀"\n'), text(' '), '0', 'false', 'null', '{"zh":"x"}');
const codeMember = fc.tuple(fc.constantFrom('Code', 'Code', 'code', 'CODE'), code);
const messageMember = fc.tuple(fc.constantFrom('Message', 'Message', 'message'), message);
const requestIdMember = fc.tuple(requestIdName, requestId);
const otherMember = fc.tuple(
  fc.constantFrom('TotalCount', 'Items', 'Ü'),
  fc.constantFrom('0', '[]', '[{"RequestId":"x"}]', '{"Error":null}', '", }"'),
);

/** Members in any order, each up to two times, so that some are missing and some duplicate. */
const membersOf = (...members: fc.Arbitrary<readonly [string, Value]>[]): fc.Arbitrary<Value> =>
  fc.array(fc.oneof(...members), { maxLength: 5 }).map((list): Value => list);

const error: fc.Arbitrary<Value> = fc.oneof(
  { weight: 5, arbitrary: membersOf(codeMember, messageMember, otherMember, requestIdMember) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('null', '"no"', '"InternalError"', '404', '[{"Code":"InternalError"}]', '[]'),
  },
);
const errorMember = fc.tuple(fc.constantFrom('Error', 'Error', 'error'), error);
const response = membersOf(errorMember, errorMember, otherMember, requestIdMember);
const envelope: fc.Arbitrary<Value> = fc
  .tuple(
    fc.array(fc.oneof(otherMember, requestIdMember), { maxLength: 2 }),
    fc.constantFrom('Response', 'Response', 'response'),
    response,
    fc.array(fc.oneof(otherMember, requestIdMember), { maxLength: 2 }),
  )
  .map(([before, name, inner, after]): Value => [...before, [name, inner], ...after]);

const style: fc.Arbitrary<Style> = fc.record({
  lineEnd: fc.constantFrom<Style['lineEnd']>('\n', '\r\n', ''),
  indent: fc.constantFrom('', '  ', '\t', '   '),
  colon: fc.constantFrom(':', ': ', ' : '),
  padding: fc.constantFrom('', ' '),
});

function write(value: Value, how: Style, depth = 0): string {
  if (typeof value === 'string') {
    return value;
  }
  const { lineEnd, indent, colon, padding } = how;
  const isLine = lineEnd === '';
  const inner = isLine ? padding : lineEnd + indent.repeat(depth + 1);
  const outer = isLine ? padding : lineEnd + indent.repeat(depth);
  const between = isLine ? padding || (colon.endsWith(' ') ? ' ' : '') : inner;
  const members = value.map(([name, each]) => `${text(name)}${colon}${write(each, how, depth + 1)}`);
  return members.length === 0 ? '{}' : `{${inner}${members.join(`,${between}`)}${outer}}`;
}

/** The text before the JSON of a document that is not JSON. */
const prose = 'answer: ';

interface Document {
  readonly text: string;
  readonly options: ParseOptions & { readonly languageId: string };
}

const languages = fc.constantFrom('json', 'jsonl', 'log');

/** A document of one malformed envelope. */
const document: fc.Arbitrary<Document & { style: Style }> = fc
  .tuple(envelope, style, languages, fc.boolean())
  .map(([value, how, languageId, declared]) => {
    const flat: Style = languageId === 'jsonl' ? { ...how, lineEnd: '' } : how;
    const before = languageId === 'log' ? prose : '';
    return { text: before + write(value, flat), options: { languageId, declared }, style: flat };
  });

/** The same with comments, line breaks and trailing commas wherever possible. */
const commented: fc.Arbitrary<Document> = fc
  .tuple(
    envelope,
    fc.boolean(),
    fc.infiniteStream(fc.constantFrom('', '', '', ' ', '\n', '\r\n', '/* # , } */', ' // # ", {\n', '// # }\r\n  ')),
    fc.infiniteStream(fc.boolean()),
  )
  .map(([value, declared, trivia, commas]) => {
    const plain = write(value, { lineEnd: '', indent: '', colon: ':', padding: '' });
    const scanner = createScanner(plain);
    let made = '';
    let last = '';
    let comments = 0;
    const nextTrivia = (): string => String(trivia.next().value).replace('#', () => `${comments++}`);
    while (scanner.scan() !== SyntaxKind.EOF) {
      const token = plain.slice(scanner.getTokenOffset(), scanner.getPosition());
      const isEnd = (token === '}' || token === ']') && last !== '{' && last !== '[' && commas.next().value === true;
      made += `${nextTrivia()}${isEnd ? `,${nextTrivia()}` : ''}${token}`;
      last = token;
    }
    return { text: made, options: { languageId: 'jsonc', declared } };
  });

/** Parses the JSON of a document; throws if it is invalid. */
function parse(of: string, { languageId }: Document['options']): unknown {
  if (languageId !== 'jsonc') {
    return JSON.parse(languageId === 'log' ? of.slice(prose.length) : of);
  }
  const errors: ParseError[] = [];
  const value: unknown = parseJsonc(of, errors, { allowTrailingComma: true });
  assert.deepEqual(errors, [], of);
  return value;
}

/** The members that no rule concerns: those of the document and of its `Response` without a fixed name. */
function payload(value: unknown): unknown[] {
  const others: unknown[] = [];
  for (const [name, each] of Object.entries(value as Record<string, unknown>)) {
    const plain = name.replace(/[-_]/g, '').toLowerCase();
    if (plain === 'response') {
      others.push(...payload(each));
    } else if (plain !== 'error' && plain !== 'requestid') {
      others.push([name, each]);
    }
  }
  return others;
}

/** The document formatted again in its style; values of members that no rule concerns are kept. */
function rewrite(of: string, { options, style: how }: Document & { style: Style }): string {
  const json = options.languageId === 'log' ? of.slice(prose.length) : of;
  const tree = parseTree(json);
  const toValue = (node: Node): Value =>
    node.type === 'object'
      ? (node.children ?? []).map(({ children: [name, value] = [] }) => {
          assert.ok(name && value);
          const key = String(name.value);
          const isKnown = /^(response|error)$/i.test(key);
          return [key, isKnown ? toValue(value) : json.slice(value.offset, value.offset + value.length)] as const;
        })
      : json.slice(node.offset, node.offset + node.length);
  assert.ok(tree);
  return of.slice(0, of.length - json.length) + write(toValue(tree), how);
}

const count = (of: string, rule: string, { options }: Document): number =>
  findingsOf(of, options).filter((finding) => finding.rule === rule).length;

/** Checks each quick fix of a document, and all together; returns the number of fixes. */
function check(before: Document, look: (after: string, rule: string) => void): number {
  const { text: original, options } = before;
  const rest = payload(parse(original, options));
  const actions = actionsOn(original, ['quickfix'], options);
  for (const action of actions) {
    const rule = String(action.diagnostics?.[0]?.code);
    const after = apply(original, action);
    if (rule !== 'missing-response') {
      assert.deepEqual(payload(parse(after, options)), rest);
    }
    assert.equal(count(after, rule, before), count(original, rule, before) - 1, `${rule}: ${original} -> ${after}`);
    look(after, rule);
  }
  const fixed = fixAll(original, options);
  if (fixed !== undefined) {
    assert.deepEqual(payload(parse(fixed, options)), rest);
    const statuses = (of: string): string[] => read(of, options).envelopes.map(({ status }) => status);
    assert.deepEqual(statuses(fixed), statuses(original));
    assert.equal(fixAll(fixed, options), undefined);
    look(fixed, '');
  }
  return actions.length;
}

const numRuns = runs(1000);

describe('fixes of malformed envelopes', () => {
  it('remove the finding, keep the style, and change nothing else', () => {
    let fixes = 0;
    fc.assert(
      fc.property(document, (before) => {
        fixes += check(before, (after, rule) => {
          const hasItem = rule === 'error-not-object' && before.text.includes('[{"Code"');
          assert.ok(hasItem || rewrite(after, before) === after, `${rule}: ${before.text} -> ${after}`);
        });
      }),
      { numRuns },
    );
    assert.ok(fixes > numRuns, `only ${fixes} fixes`);
  });

  it('parse among comments, of which none is changed, and none lost but inside what is taken out', () => {
    fc.assert(
      fc.property(commented, (before) => {
        const known = commentsOf(before.text);
        check(before, (after, rule) => {
          const left = commentsOf(after);
          const isWhole = rule.startsWith('missing-') || rule.startsWith('misspelled-');
          assert.deepEqual(isWhole ? known : known.filter((each) => left.includes(each)), left);
        });
      }),
      { numRuns },
    );
  });
});

/** The comments of a text, which are numbered in a document. */
function commentsOf(of: string): string[] {
  const scanner = createScanner(of);
  const found: string[] = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    if (kind === SyntaxKind.LineCommentTrivia || kind === SyntaxKind.BlockCommentTrivia) {
      found.push(of.slice(scanner.getTokenOffset(), scanner.getPosition()));
    }
  }
  return found.sort();
}
