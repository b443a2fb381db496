import assert from 'node:assert/strict';
import { Catalog, ChunkedText, type ApiResponseDocument, type LanguageService } from '../../../server/src/service';
import { createItemCodeFinder } from '../../../server/src/service/itemCodes';
import { readMarkers, renderMarkers } from '../../support/markers';
import { parse, parseEdited, parseInPieces, serviceWith, type ParseOptions } from '../../support/service';

const catalog = new Catalog([
  {
    scope: 'common',
    data: {
      schemaVersion: 1,
      codes: { InternalError: 'Internal error.', LimitExceeded: 'Too many.', 40000: 'A number.' },
    },
  },
  { scope: 'sdk', data: { schemaVersion: 1, codes: { 'ClientError.NetworkError': 'No network.' } } },
  {
    scope: 'product',
    data: {
      schemaVersion: 1,
      product: 'sms',
      codes: { 'FailedOperation.SignatureIncorrectOrUnapproved': 'Signature not approved.' },
    },
  },
]);
const find = createItemCodeFinder({ catalog });
const service: LanguageService = serviceWith({ catalog });

const unapproved = 'FailedOperation.SignatureIncorrectOrUnapproved';

/** A text parsed as a whole, as one that is edited, and in pieces. */
function waysToParse(text: string, options: ParseOptions): ApiResponseDocument[] {
  const chunked = new ChunkedText('file:///x.json', options.languageId ?? 'json', 1, text);
  return [parse(text, options), parseEdited(text, options), parseInPieces(chunked, 40, options)];
}

/** Asserts that the marked codes are found, in the list of all and at each of their offsets, and no others. */
function assertFound(marked: string, options: ParseOptions = {}): void {
  const { text, ranges } = readMarkers(marked);
  for (const document of waysToParse(text, options)) {
    const codes = document.itemCodes(find).flatMap((each) => each.codes);
    assert.equal(
      renderMarkers(
        text,
        codes.map(({ span }) => ({ ...span, label: '' })),
      ),
      marked,
    );
    const isCode = (offset: number): boolean =>
      ranges.some((range) => offset >= range.offset && offset <= range.offset + range.length);
    for (let offset = 0; offset <= text.length; offset++) {
      const shown = service.doHover(document, document.text.positionAt(offset));
      const value =
        shown && typeof shown.contents === 'object' && 'value' in shown.contents ? shown.contents.value : '';
      assert.equal(value.includes('one item or job'), isCode(offset), `at ${offset}: ${value}`);
    }
  }
}

const success = (payload: string): string => `{"Response": {${payload}, "RequestId": "r"}}`;

describe('item codes', () => {
  it('are found in batches, jobs, nested errors and at the top of a payload', () => {
    assertFound(
      success(`"SendStatusSet": [{"Code": "Ok", "Message": "m"}, {"Code": ‹|"${unapproved}"|›, "Message": "m"}]`),
    );
    assertFound(success('"Task": {"ErrorCode": ‹|"InternalError"|›, "ErrorMessage": "m"}'));
    assertFound(success('"ErrCode" :\n ‹|"LimitExceeded"|›'));
    assertFound(success('"ErrorMsg": {"Msg": "m", "Code": ‹|"LimitExceeded"|›}'));
    assertFound(success('"Items": [{"Error": {"Code": ‹|"InternalError"|›}}, {"Error": null}]'));
    assertFound(success(`"Result": ‹|"${unapproved}"|›, "Description": "m"`));
    assertFound(success('"Jobs": [{"JobErrorCode": ‹|"InternalError"|›, "ErrCodeExt": "SUCCESS"}]'));
  });

  it('are found in JSON Lines, logs, streams, HTTP bodies, YAML and the strings of recordings', () => {
    const body = success('"Items": [{"Code": ‹|"InternalError"|›}]');
    assertFound(`${body}\n${success('"Items": [{"Code": "Ok"}]')}\n${body}\n`, { languageId: 'jsonl' });
    assertFound(`2026-01-01 INFO answer ${body} end`, { languageId: 'log' });
    assertFound(`data: ${success('"ErrorMsg": {"Code": ‹|"LimitExceeded"|›, "Msg": "m"}')}\n\n`, {
      languageId: 'plaintext',
    });
    assertFound(`HTTP/1.1 200 OK\n\n${body}`, { languageId: 'http' });
    assertFound(`body: '${body}'\n`, { languageId: 'yaml' });
    assertFound(
      String.raw`{"text": "{\"Response\":{\n \"Items\":[{\"Code\":\"Ok\"},{\"Code\": ‹|\"InternalError\"|›}],\"RequestId\":\"r\"}}"}`,
    );
  });

  it('are found in a response that is cut off', () => {
    assertFound('{"Response": {"RequestId": "r", "Items": [{"Code": ‹|"InternalError"|›, ');
  });

  it('are found in the payload of a failure, apart from its own code', () => {
    const text =
      '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "Items": [{"Code": ‹|"LimitExceeded"|›}], "RequestId": "r"}}';
    const { text: plain, ranges } = readMarkers(text);
    const [found] = parse(plain).itemCodes(find);
    assert.deepEqual(
      found?.codes.map(({ span }) => span.offset),
      ranges.map(({ offset }) => offset),
    );
  });

  for (const payload of [
    '"Items": [{"Code": "Ok"}, {"Code": "OK"}, {"Code": "Success"}, {"Code": "success"}, {"Code": ""}, {"Code": "0"}]',
    '"Country": {"Code": "CN", "CountryCode": "86"}',
    '"City": {"Code": "440300", "AreaCode": "0755", "CityCode": "InternalError"}',
    '"ErrorCode": 0, "ErrCode": -1, "Code": null',
    '"ErrorCode": "40000"',
    '"Task": {"ErrorCode": "Timeout", "Code": "FailedOperation.OfNobody"}',
    '"Code": "InternalError.", "ErrCode": " InternalError", "ErrorCode": "internalerror"',
    '"Code": "ClientError.NetworkError"',
    '"Message": "InternalError", "Name": "LimitExceeded", "Code": ["InternalError"]',
    String.raw`"Output": "{\"Code\": \"InternalError\"}"`,
    String.raw`"Output": "\\\"Code\\\": \\\"InternalError\\\""`,
    String.raw`"Output": "Code\": \"InternalError\""`,
    String.raw`"Output": "{'Code': 'InternalError'}"`,
    '"Errors": {"InternalError": "Code"}',
  ]) {
    it(`are not in ${payload}`, () => assertFound(success(payload)));
  }

  it('are found in recognised responses only', () => {
    assertFound('{"Code": "InternalError", "Items": [{"Code": "InternalError"}], "RequestId": "r"}');
    assertFound('data: {"ErrorMsg": {"Code": "InternalError", "Msg": "m"}, "Id": "r"}\n', { languageId: 'log' });
    assertFound(`[{"Code": "InternalError"}, ${success('"A": 1')}, {"Code": "InternalError"}]`);
    assertFound('{"Code": "InternalError", "Response": {"RequestId": "r"}, "ErrorCode": "InternalError"}');
  });

  it('are those of the response as it is after an edit', () => {
    const { text } = readMarkers(
      success(`"Items": [{"Code": "Ok"}, {"Code": "InternalError"}], "Data": "${'x'.repeat(50_000)}"`),
    );
    const document = new ChunkedText('file:///x.json', 'json', 1, text);
    const codesIn = (): string[] =>
      service
        .parse(document)
        .itemCodes(find)
        .flatMap(({ codes }) => codes.map(({ value }) => value));
    assert.deepEqual(codesIn(), ['InternalError']);
    const offset = text.indexOf('Ok');
    document.edit(offset, offset + 2, 'LimitExceeded');
    assert.deepEqual(codesIn(), ['LimitExceeded', 'InternalError']);
  });

  it('are those of the whole text after each of many edits', () => {
    const codes = ['Ok', 'InternalError', 'LimitExceeded', 'Unknown'];
    const items = Array.from({ length: 2000 }, (_, index) => ({
      Code: codes[index % 4],
      Message: 'm'.repeat(index % 60),
    }));
    const document = new ChunkedText(
      'file:///x.json',
      'json',
      1,
      JSON.stringify({ Response: { Items: items, RequestId: 'r' } }),
    );
    let seen = 0;
    for (let edit = 0; edit < 60; edit++) {
      const offset = (edit * 7919) % document.length;
      document.edit(
        offset,
        offset + (edit % 3) * 5,
        ['', '{"Code": "InternalError"}, ', 'x', '"Code": "'][edit % 4] ?? '',
      );
      const found = service.parse(document).itemCodes(find);
      const expected = parse(document.getText()).itemCodes(find);
      assert.deepEqual(
        found.map(({ codes, total }) => ({ codes, total })),
        expected.map(({ codes, total }) => ({ codes, total })),
      );
      seen += found.length;
    }
    assert.ok(seen > 0);
  });

  it('are found wherever a long text is cut to be searched', () => {
    for (let shift = 0; shift < 80; shift++) {
      const text = success(`"Data": "${'x'.repeat(65_480 + shift)}", "ErrorCode": "InternalError", "B": 1`);
      for (const document of [parse(text), parseEdited(text)]) {
        assert.equal(document.itemCodes(find).flatMap(({ codes }) => codes).length, 1, String(shift));
      }
    }
    for (let shift = 0; shift < 80; shift++) {
      const text = success(String.raw`"Data": "${'x'.repeat(65_480 + shift)}\"Code\": \"InternalError\"", "B": 1`);
      assert.deepEqual(parse(text).itemCodes(find), [], String(shift));
    }
  });

  it('count items only if it is clear of each whether it failed', () => {
    const totalOf = (payload: string): number | undefined => parse(success(payload)).itemCodes(find)[0]?.total;
    assert.equal(totalOf('"Set": [{"Code": "Ok"}, {"Code": "InternalError"}, {"Code": "Ok"}]'), 3);
    assert.equal(
      totalOf('"Set": [{"ErrorCode": 0}, {"ErrorCode": null}, {"ErrorCode": "InternalError"}], "Code": "CN"'),
      3,
    );
    assert.equal(totalOf('"Set": [{"Code": "InternalError"}, {"Code": "Nobody knows"}]'), undefined);
  });
});

describe('an item code', () => {
  const hoverOn = (payload: string, code: string, options?: ParseOptions): string => {
    const text = success(payload);
    const document = parse(text, options);
    const shown = service.doHover(document, document.text.positionAt(text.indexOf(code)));
    return JSON.stringify(shown?.contents);
  };

  it('is explained with the message beside it, wherever that is', () => {
    const message =
      'your current request times equals to `7` in a second, which exceeds the frequency limit `5` for a second.';
    for (const payload of [
      `"Set": [{"Code": "LimitExceeded", "Message": "${message}"}]`,
      `"Set": [{"Message": "x"}, {"ErrMsg": "${message}", "Data": {"Message": "no", "List": [{}, "]"]}, "ErrCode": "LimitExceeded"}]`,
      `"Job": {"Note": "a \\"{[ b", "Description": "no", "ErrorMessage": "${message}", "ErrorCode": "LimitExceeded"}`,
      `"ErrorMsg": {"Msg": "${message}", "Code": "LimitExceeded"}`,
    ]) {
      assert.match(hoverOn(payload, 'LimitExceeded'), /7.*5/, payload);
    }
    for (const payload of [
      `"Message": "${message}", "Set": [{"Code": "LimitExceeded"}]`,
      `"Set": [{"Code": "LimitExceeded", "Other": {"Message": "${message}"}}, {"Message": "${message}"}]`,
    ]) {
      assert.doesNotMatch(hoverOn(payload, 'LimitExceeded'), /7.*5/, payload);
    }
  });

  it('is in the lens above its response, with the most frequent one first', () => {
    const titlesOf = (payload: string): (string | undefined)[] =>
      service.getCodeLenses(parse(success(payload))).map(({ command }) => command?.title);
    const item = (code: string): string => `{"Code": "${code}"}`;
    assert.deepEqual(titlesOf(`"Set": [${item('Ok')}, ${item(unapproved)}, ${item('Ok')}]`), [
      `1 of 3 items failed: ${unapproved} · In sms: Signature not approved`,
    ]);
    assert.deepEqual(
      titlesOf(`"Set": [${['Ok', 'InternalError', 'LimitExceeded', 'LimitExceeded'].map(item).join()}]`),
      ['3 of 4 items failed: LimitExceeded · Too many · and 1 more code'],
    );
    assert.deepEqual(titlesOf('"Denied": [{"Code": "InternalError"}, {"Code": "InternalError"}]'), [
      '2 items with error codes: InternalError · Internal error',
    ]);
    assert.deepEqual(titlesOf('"ErrorCode": "InternalError"'), [
      '1 item with an error code: InternalError · Internal error',
    ]);
    assert.deepEqual(titlesOf('"Set": [{"Code": "Ok"}]'), []);
  });

  it('is what the lens explains', () => {
    const commands = { explain: 'explain', copyTicket: 'copy', copyPolicy: 'policy', showRule: 'rule' };
    const document = parse(success('"Set": [{"Code": "Ok"}, {"Code": "InternalError", "Message": "Disk full."}]'));
    const [lens] = serviceWith({ catalog, client: { commands } }).getCodeLenses(document);
    const [argument] = (lens?.command?.arguments ?? []) as {
      code: string;
      position: { line: number; character: number };
    }[];
    assert.ok(argument);
    const markdown = service.explainAt(document, argument.position, argument.code)?.markdown ?? '';
    assert.match(markdown, /InternalError[^]*Internal error[^]*Disk full[^]*RequestId/);
  });

  it('is explained in a text that is not a document', () => {
    const text = success(
      '"Set": [{"Code": "Ok"}, {"Code": "InternalError", "Message": "Disk full."}, {"Code": "InternalError"}]',
    );
    const markdown = service.explainText(text) ?? '';
    assert.match(markdown, /The call succeeded[^]*InternalError[^]*Internal error[^]*Disk full/);
    assert.equal(markdown.split('Internal error').length, 2);
  });

  it('is in the list of a check, with its message and the RequestId of the response', () => {
    const text = success('"Set": [{"Code": "LimitExceeded", "Message": "m"}, {"Code": "Ok"}]');
    const [failure, ...others] = service.listItemFailures(parse(text));
    assert.deepEqual(others, []);
    assert.deepEqual(failure, {
      span: { offset: text.indexOf('"LimitExceeded"'), length: '"LimitExceeded"'.length },
      code: 'LimitExceeded',
      description: 'Too many.',
      message: 'm',
      requestId: 'r',
      product: '',
      action: '',
      region: '',
      time: '',
      fault: '',
      item: true,
    });
    const ticket = service.createJointTicket([{ ...failure, file: 'a.json:1' }], { epoch: 0, offset: 0 }).text;
    assert.match(ticket, /^Item code LimitExceeded \(Too many\.\): 1 failure$/m);
  });

  it('is in the ticket', () => {
    const ticketOf = (payload: string): string => {
      const document = parse(success(payload));
      const [envelope] = document.envelopes();
      assert.ok(envelope);
      return service.createTicket(document, { envelope, file: 'a.json', time: { epoch: 0, offset: 0 } }).text;
    };
    assert.match(
      ticketOf(
        '"Set": [{"Code": "LimitExceeded", "Message": "m"}, {"Code": "LimitExceeded"}, {"Code": "InternalError"}, {"Code": "Ok"}]',
      ),
      /^Item codes: {2}2 × LimitExceeded \(Too many\.\): m; InternalError \(Internal error\.\)$/m,
    );
    assert.doesNotMatch(ticketOf('"Set": [{"Code": "Ok"}]'), /Item codes/);
  });

  it('tells the ticket the product, if only one has the code', () => {
    const document = parse(success('"Set": [{"Code": "LimitExceeded.PhoneNumberThirtySecondLimit"}]'));
    const [envelope] = document.envelopes();
    assert.ok(envelope);
    const request = { envelope, file: 'a.json', time: { epoch: 0, offset: 0 } };
    assert.match(serviceWith().createTicket(document, request).text, /^Product: {5}sms$/m);
  });
});
