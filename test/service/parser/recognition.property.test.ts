import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { readMarkers } from '../../support/markers';
import { runs } from '../../support/runs';
import { markEnvelopes, read } from '../../support/service';

/**
 * Compares the scanner with JSON.parse and a few lines of recursion.
 */
interface Found {
  readonly status: 'success' | 'failure';
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly requestId: string | undefined;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** The value under a fixed name, else under another spelling of it: the last one. */
function under(object: JsonObject, name: string): Json | undefined {
  const plain = (key: string): string => key.replace(/[-_]/g, '').toLowerCase();
  const keys = Object.keys(object);
  const key = keys.includes(name) ? name : keys.filter((each) => plain(each) === name.toLowerCase()).at(-1);
  return key === undefined ? undefined : object[key];
}

function expected(value: Json): Found[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap(expected);
  }
  if (!isObject(value)) {
    return [];
  }
  const { Response: response } = value;
  if (!isObject(response) || !isRecognisable(response)) {
    return Object.values(value).flatMap(expected);
  }
  const error = under(response, 'Error');
  const texts = isObject(error) ? error : {};
  const ids = [response, value, texts].find((object) => under(object, 'RequestId') !== undefined);
  const found: Found = {
    status: error === undefined || error === null ? 'success' : 'failure',
    code: text(under(texts, 'Code')),
    message: text(under(texts, 'Message')),
    requestId: text(ids && under(ids, 'RequestId')),
  };
  const beside = Object.entries(value).filter(([key]) => key !== 'Response');
  return [found, ...beside.flatMap(([, other]) => expected(other))];
}

function isRecognisable(response: JsonObject): boolean {
  const { Error: error } = response;
  return under(response, 'RequestId') !== undefined || (isObject(error) && ('Code' in error || 'Message' in error));
}

const { document } = fc.letrec<{ document: Json; object: Json; list: Json }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 7, depthSize: 'large' },
    fc.constantFrom<Json>(null, 7, 'text', '', true),
    tie('object'),
    tie('object'),
    tie('list'),
  ),
  object: fc.dictionary(
    fc.constantFrom(
      'Response',
      'Error',
      'Code',
      'Message',
      'RequestId',
      'response',
      'requestId',
      'request_id',
      'error',
      'code',
      'Data',
      'x',
    ),
    tie('document'),
    { maxKeys: 5, noNullPrototype: true },
  ),
  list: fc.array(tie('document'), { maxLength: 3 }),
}));

const settings = { numRuns: runs(2000) };

describe('any document', () => {
  it('has the envelopes that a reader of the parsed value finds, in the order of the text', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(0, 2), (value, indent) => {
        const found = read(JSON.stringify(value, undefined, indent)).envelopes.map(
          ({ status, code, message, requestId }): Found => ({
            status,
            code: code?.value,
            message: message?.value,
            requestId: requestId?.value,
          }),
        );
        assert.deepEqual(found, expected(value));
      }),
      settings,
    );
  });

  it('has envelopes whose spans match their text', () => {
    fc.assert(
      fc.property(document, (value) => {
        const source = JSON.stringify(value);
        for (const { span, code, requestId } of read(source).envelopes) {
          const whole = source.slice(span.offset, span.offset + span.length);
          assert.equal(read(whole).envelopes[0]?.span.length, whole.length);
          for (const part of [code, requestId]) {
            assert.equal(
              part && JSON.parse(source.slice(part.span.offset, part.span.offset + part.span.length)),
              part?.value,
            );
          }
        }
      }),
      settings,
    );
  });

  it('has as many envelopes in JSON Lines as in JSON', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 4 }), (values) => {
        const lines = values.map((value) => JSON.stringify(value));
        assert.equal(
          read(lines.join('\n'), { languageId: 'jsonl' }).envelopes.length,
          lines.flatMap((line) => read(line).envelopes).length,
        );
      }),
      { ...settings, numRuns: runs(500) },
    );
  });

  it('never throws, wherever it is cut', () => {
    fc.assert(
      fc.property(document, fc.nat(), (value, at) => {
        const source = JSON.stringify(value);
        const start = source.slice(0, at % (source.length + 1));
        assert.equal(readMarkers(markEnvelopes(start, { declared: true })).text, start);
      }),
      settings,
    );
  });
});
