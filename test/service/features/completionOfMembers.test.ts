import assert from 'node:assert/strict';
import { complete, completionsAt, labelsAt, type CompletionOptions } from '../../support/completion';

/** The completions at the cursor, and the text after the first one was accepted. */
interface Case {
  readonly before: string;
  readonly labels: readonly string[];
  readonly after?: string;
  readonly asked?: CompletionOptions;
}

const snippets = { snippets: true };
const declared = { declared: true };

function check(cases: readonly Case[]): void {
  for (const { before, labels, after, asked } of cases) {
    assert.deepEqual(labelsAt(before, asked), labels, before);
    const [first] = labels;
    if (first !== undefined) {
      assert.equal(complete(before, first, asked), after, before);
    }
  }
}

describe('completion of fixed members', () => {
  it('offers in Response what is missing there', () =>
    check([
      {
        before: '{"Response": {"RequestId": "r", <|>}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}',
      },
      {
        before: '{"Response": {<|> "Error": {"Code": "c", "Message": "m"}}}',
        labels: ['RequestId'],
        after: '{"Response": {"RequestId": "", "Error": {"Code": "c", "Message": "m"}}}',
      },
      {
        before: '{"Response": {<|>}}',
        labels: ['Error', 'RequestId'],
        after: '{"Response": {"Error": { "Code": "", "Message": "" }}}',
        asked: declared,
      },
      { before: '{"Response": {<|>"Error": {"Code": "c", "Message": "m"}, "RequestId": "r"}}', labels: [] },
      { before: '{"Response": {"Error": null, "request_id": "r", <|>}}', labels: [] },
    ]));

  it('offers in Error what is missing there', () =>
    check([
      {
        before: '{"Response": {"Error": {<|>}, "RequestId": "r"}}',
        labels: ['Code', 'Message'],
        after: '{"Response": {"Error": {"Code": ""}, "RequestId": "r"}}',
      },
      {
        before: '{"Response": {"Error": {"Code": "c", <|>}}}',
        labels: ['Message'],
        after: '{"Response": {"Error": {"Code": "c", "Message": ""}}}',
      },
      { before: '{"Response": {"Error": {"Code": "c", "Message": "m"<|>}}}', labels: [] },
      { before: '{"Response": {"Error": {"message": "m", "code": "c", <|>}, "RequestId": "r"}}', labels: [] },
    ]));

  it('inserts missing commas before and after', () =>
    check([
      {
        before: '{"Response": {"RequestId": "r" <|>}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}',
      },
      {
        before: '{"Response": {"RequestId": "r"<|>}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}',
      },
      {
        before: '{"Response": {\n  "RequestId": "r" // why\n  <|>\n}}',
        labels: ['Error'],
        after: '{"Response": {\n  "RequestId": "r", // why\n  "Error": { "Code": "", "Message": "" }\n}}',
        asked: { languageId: 'jsonc' },
      },
      {
        before: '{"Response": {"Data": [1, {"a": 2}] <|>, "RequestId": "r"}}',
        labels: ['Error'],
        after: '{"Response": {"Data": [1, {"a": 2}], "Error": { "Code": "", "Message": "" }, "RequestId": "r"}}',
      },
      {
        before: '{"Response": {<|>"RequestId": "r"}}',
        labels: ['Error'],
        after: '{"Response": {"Error": { "Code": "", "Message": "" }, "RequestId": "r"}}',
      },
      {
        before: '{"Response": {\n<|>\n"RequestId": "r"}}',
        labels: ['Error'],
        after: '{"Response": {\n"Error": { "Code": "", "Message": "" },\n"RequestId": "r"}}',
      },
      {
        before: '{"Response": {"Data": 1 <|> "RequestId": "r"}}',
        labels: ['Error'],
        after: '{"Response": {"Data": 1, "Error": { "Code": "", "Message": "" }, "RequestId": "r"}}',
      },
      {
        before: '{"Response": {"Error": {"Code": "c"} <|>}}',
        labels: ['RequestId'],
        after: '{"Response": {"Error": {"Code": "c"}, "RequestId": ""}}',
      },
      {
        before: '{"Response": {"Error": {"Code": "c"}<|>}}',
        labels: ['RequestId'],
        after: '{"Response": {"Error": {"Code": "c"}, "RequestId": ""}}',
      },
    ]));

  it('replaces a name that was begun, with its quotes or without', () =>
    check([
      {
        before: '{"Response": {"RequestId": "r", "Err<|>"}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}',
      },
      {
        before: '{"Response": {"RequestId": "r", "<|>"}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}',
      },
      {
        before: '{"Response": {"RequestId": "r", Err<|>}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}',
      },
      {
        before: '{"Response": {\n"Err<|>\n"RequestId": "r"}}',
        labels: ['Error'],
        after: '{"Response": {\n"Error": { "Code": "", "Message": "" },\n"RequestId": "r"}}',
      },
      {
        before: '{"Response": {"RequestId": "r" "Err<|>"}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }}}',
      },
      {
        before: '{"Response": {"Error": {"Code": "c", "<|>}, "RequestId": "r"}}',
        labels: ['Message'],
        after: '{"Response": {"Error": {"Code": "c", "Message": ""}, "RequestId": "r"}}',
      },
      {
        before: '{"Response": {"RequestId": "r", "<|>',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "", "Message": "" }',
      },
    ]));

  it('replaces only the name if there is a value or a colon', () =>
    check([
      {
        before: '{"Response": {"request<|>": "r", "Error": {"Code": "c"}}}',
        labels: ['RequestId'],
        after: '{"Response": {"RequestId": "r", "Error": {"Code": "c"}}}',
      },
      {
        before: '{"Response": {"RequestId": "r", "E<|>": }}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": }}',
        asked: snippets,
      },
      {
        before: '{"Response": {"Error": {"Code": "c", "mess<|>": "m"}}}',
        labels: ['Message'],
        after: '{"Response": {"Error": {"Code": "c", "Message": "m"}}}',
      },
    ]));

  it('has tab stops for values if the client supports snippets, on separate lines if other members are', () =>
    check([
      {
        before: '{"Response": {"RequestId": "r", <|>}}',
        labels: ['Error'],
        after: '{"Response": {"RequestId": "r", "Error": { "Code": "$1", "Message": "$2" }}}',
        asked: snippets,
      },
      {
        before: '{"Response": {\n"RequestId": "r",\n<|>\n}}',
        labels: ['Error'],
        after: '{"Response": {\n"RequestId": "r",\n"Error": {\n\t"Code": "$1",\n\t"Message": "$2"\n}\n}}',
        asked: snippets,
      },
      {
        before: '{"Response": {"Error": {"Message": "m", <|>}}}',
        labels: ['Code'],
        after: '{"Response": {"Error": {"Message": "m", "Code": "$1"}}}',
        asked: snippets,
      },
    ]));

  it('documents each member, and filters by its quoted name', () => {
    const before = '{"Response": {"RequestId": "r" <|>}}';
    const end = before.indexOf(' <|>');
    const position = { line: 0, character: end + 1 };
    assert.deepEqual(completionsAt(before, snippets), [
      {
        label: 'Error',
        kind: 10,
        documentation: {
          kind: 'markdown',
          value:
            '**`Error`** — Its presence means that the call failed. It contains `Code` and `Message`, nothing else.',
        },
        filterText: '"Error"',
        textEdit: {
          range: { start: position, end: position },
          newText: '"Error": { "Code": "$1", "Message": "$2" }',
        },
        insertTextFormat: 2,
        additionalTextEdits: [
          { range: { start: { line: 0, character: end }, end: { line: 0, character: end } }, newText: ',' },
        ],
      },
    ]);
  });

  it('offers Response at the root of a declared document, and what belongs to it', () => {
    const labels = ['Response', 'Success response', 'Failure response'];
    check([
      { before: '{<|>}', labels, after: '{"Response": {}}', asked: declared },
      { before: '{"a": 1 <|>}', labels, after: '{"a": 1, "Response": {}}', asked: declared },
      { before: '{"Re<|>', labels, after: '{"Response": {}', asked: declared },
      { before: '{<|>"a": {"b": [1, 2]}}', labels, after: '{"Response": {}, "a": {"b": [1, 2]}}', asked: declared },
      { before: '{<|>}', labels, after: '{"Response": {$1}}', asked: { ...declared, ...snippets } },
      { before: '{"resp<|>": {}}', labels: ['Response'], after: '{"Response": {}}', asked: declared },
      {
        before: '{}\n{"a": 1, <|>}\n',
        labels,
        after: '{}\n{"a": 1, "Response": {}}\n',
        asked: { ...declared, languageId: 'jsonl' },
      },
    ]);
    assert.equal(complete('{<|>}', 'Success response', declared), '{"Response": { "RequestId": "id-1" }}');
    assert.equal(
      complete('{\n  <|>\n}', 'Failure response', { ...declared, ...snippets }),
      '{\n  "Response": {\n\t"Error": {\n\t\t"Code": "${1:InternalError}",\n\t\t"Message": "$2"\n\t},\n\t"RequestId": "${3:id-2}"\n}\n}',
    );
  });

  for (const [what, before, asked] of [
    ['in a payload', '{"Response": {"RequestId": "r", "Data": {<|>}}}'],
    [
      'in a payload that holds what looks like a response',
      '{"Response": {"Data": {"Response": {"Error": {<|>}}}, "RequestId": "r"}}',
    ],
    ['in a list of the payload', '{"Response": {"RequestId": "r", "Data": [<|>]}}'],
    ['beside Response', '{"Response": {"RequestId": "r"}, <|>}'],
    ['beside Response of a declared document', '{"Response": {"a": 1}, <|>}', declared],
    ['at the root of a document that is not declared', '{<|>}'],
    ['in a declared document at a value', '{"a": <|>}', declared],
    ['in a declared document deeper than its root', '{"a": {<|>}}', declared],
    ['in a declared document that is a list', '[<|>]', declared],
    ['after the root of a declared document', '{} <|>', declared],
    ['before the root of a declared document', '<|>{}', declared],
    ['in a declared document that is unwrapped, at a value', '{"RequestId": "<|>"}', declared],
    ['where a colon is missing', '{"Response": {"RequestId": "r", "Error" <|>}}'],
    ['after a response', '{"Response": {"RequestId": "r"}}<|>'],
    ['before a response', '<|>{"Response": {"RequestId": "r"}}'],
    ['in a comment', '{"Response": {"RequestId": "r" /* <|> */}}'],
    ['at the end of a line comment', '{"Response": {"RequestId": "r" // <|>\n}}'],
    ['in a number', '{"Response": {"RequestId": "r", "Data": 12<|>}}'],
    ['in a string', '{"Response": {"RequestId": "r<|>"}}'],
    ['in another vendor’s answer', '{"Response": {"a": 1, <|>}}'],
    ['in a manifest', '{"name": "x", <|> "version": "1.0.0"}'],
    ['in settings', '{\n  "editor.tabSize": 2,\n  "<|>"\n}', { languageId: 'jsonc' }],
  ] as const) {
    it(`is not ${what}`, () => assert.deepEqual(labelsAt(before, asked), []));
  }
});

describe('completion in a failure that nothing is known of yet', () => {
  for (const [marked, labels] of [
    ['{"Response": {"Error": {<|>}}}', ['Code', 'Message']],
    ['{"Response": {"Error": {"<|>"}}}', ['Code', 'Message']],
    ['{"Response": {"Error": {}, <|>}}', ['RequestId']],
    ['{"Response": {"Error": {"Details": 1, <|>}}}', ['Code', 'Message']],
    ['{"Response": {<|>}}', []],
    ['{"Response": {"Data": {<|>}}}', []],
    ['{"Error": {<|>}}', []],
    ['{"response": {"error": {<|>}}}', []],
  ] as const) {
    it(`offers ${labels.join(' and ') || 'nothing'} in ${marked}`, () => assert.deepEqual(labelsAt(marked), labels));
  }

  it('is in each line of JSON Lines', () => {
    const lines = '{"Response": {"RequestId": "r"}}\n{"Response": {"Error": {<|>}}}\n';
    assert.deepEqual(labelsAt(lines, { languageId: 'jsonl' }), ['Code', 'Message']);
  });
});

describe('completion of whole responses', () => {
  const labels = ['Success response', 'Failure response'];
  const success = '{\n  "Response": {\n    "RequestId": "id-1"\n  }\n}';

  it('is in an empty document of JSON', () => {
    for (const languageId of ['json', 'jsonc']) {
      for (const before of ['<|>', '  \n<|>\n', '\ufeff<|>']) {
        assert.deepEqual(labelsAt(before, { languageId }), labels);
        assert.equal(complete(before, 'Success response', { languageId }), before.replace('<|>', success));
      }
    }
  });

  it('is a failure or a success, each with a RequestId of its own', () => {
    assert.equal(
      complete('<|>', 'Failure response'),
      '{\n  "Response": {\n    "Error": {\n      "Code": "InternalError",\n      "Message": ""\n    },\n    "RequestId": "id-2"\n  }\n}',
    );
    assert.deepEqual(completionsAt('<|>', snippets), [
      {
        label: 'Success response',
        kind: 15,
        detail: 'API Response',
        sortText: 'Response success',
        textEdit: {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText: '{\n\t"Response": {\n\t\t"RequestId": "${1:id-1}"\n\t}\n}',
        },
        insertTextFormat: 2,
      },
      {
        label: 'Failure response',
        kind: 15,
        detail: 'API Response',
        sortText: 'Response failure',
        textEdit: {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText:
            '{\n\t"Response": {\n\t\t"Error": {\n\t\t\t"Code": "${1:InternalError}",\n\t\t\t"Message": "$2"\n\t\t},\n\t\t"RequestId": "${3:id-2}"\n\t}\n}',
        },
        insertTextFormat: 2,
      },
    ]);
  });

  it('is one line in JSON Lines, and on each blank line of a declared document', () => {
    const after = '{ "Response": { "RequestId": "id-1" } }';
    assert.equal(complete('<|>', 'Success response', { languageId: 'jsonl' }), after);
    const line = '{"Response": {"RequestId": "r"}}\n';
    assert.equal(
      complete(`${line}<|>\n${line}`, 'Success response', { languageId: 'jsonl', declared: true }),
      `${line}${after}\n${line}`,
    );
    assert.deepEqual(labelsAt(`${line}<|>`, { languageId: 'jsonl' }), []);
  });

  it('replaces the only word of a declared document', () => {
    assert.equal(complete(' resp<|>', 'Success response', declared), ` ${success}`);
    assert.deepEqual(labelsAt('resp<|>'), []);
    assert.deepEqual(labelsAt('resp <|>', declared), []);
    assert.deepEqual(labelsAt('resp<|> x', declared), []);
    assert.deepEqual(labelsAt('"<|>"', declared), []);
    assert.deepEqual(labelsAt('12<|>', declared), []);
  });

  it('is not in documents that are not JSON, or not empty', () => {
    for (const languageId of ['log', 'plaintext', 'http', 'markdown', 'yaml']) {
      assert.deepEqual(labelsAt('<|>', { languageId }), []);
    }
    assert.deepEqual(labelsAt('// <|>', { languageId: 'jsonc' }), []);
    assert.deepEqual(labelsAt('[<|>]'), []);
    assert.deepEqual(labelsAt('{"Response": {"RequestId": "r"}}\n<|>', declared), []);
  });
});
