import assert from 'node:assert/strict';
import {
  checkRequest,
  envelopesRequest,
  explainForAssistantRequest,
  explainRequest,
  explainTextRequest,
  jointTicketRequest,
  readAnywayNotification,
  reportRequest,
  statusRequest,
  ticketRequest,
  type CheckResult,
  type EnvelopeSummary,
  type ExplainForAssistantResult,
  type ExplainResult,
  type ReportParams,
  type ReportResult,
  type StatusResult,
  type TicketResult,
} from '../../server/src/lsp/protocol';
import { LanguageServer, pulling } from '../support/languageServer';
import { codesOf, rangeOf } from './expected';
import { seedFailure } from './seed';

const uri = 'file:///w/a.json';
const time = { epoch: 0, offset: 0 };
const sdkText = '[TencentCloudSDKError] Code=InternalError, Message=m, RequestId=r1';

describe('language server: text that is not an open document', () => {
  let server: LanguageServer;

  afterEach(async () => assert.equal(await server.stop(), 0));

  it('are explained', async () => {
    server = await LanguageServer.start();
    const explain = (text: string): Promise<{ markdown: string } | null> =>
      server.request(explainTextRequest, { text });
    assert.match((await explain(sdkText))?.markdown ?? '', /^\*\*`InternalError`\*\* — Internal error\.\n/);
    assert.equal(await explain('nothing'), null);
  });

  it('are explained to a language model, those of files with their own settings', async () => {
    server = await LanguageServer.start({
      capabilities: { ...pulling, workspace: { configuration: true, workspaceFolders: true } },
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
      settingsOf: (scope) => ({
        rules: { 'missing-request-id': scope === uri ? 'hint' : 'off' },
        maxFileSize: scope === uri ? 20 : 0.0001,
      }),
    });
    const explain = (params: object): Promise<ExplainForAssistantResult | null> =>
      server.request(explainForAssistantRequest, params);
    const finding =
      'line 1, column 2: hint "RequestId" is missing from "Response": every response has one, whether the call succeeded or not.';
    const failed = '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}}}';
    assert.deepEqual(await explain({ text: 'nothing' }), null);
    assert.deepEqual(await explain({ text: `${failed}${' '.repeat(100)}` }), { tooLarge: 'size' });
    const [inText, inFile] = [await explain({ text: failed }), await explain({ text: failed, uri })];
    assert.ok(inText && 'text' in inText && inFile && 'text' in inFile);
    assert.match(inText.text, /^Failure 1 of 1, line 1: InternalError\n/);
    assert.equal(inFile.text, `${inText.text}\n\nFindings:\n\n- ${finding} [missing-request-id]`);
  });

  it('tell whose code a failure in them has', async () => {
    server = await LanguageServer.start();
    const code = 'InvalidInstance.NotSupported';
    const explain = (text: string, part = code): Promise<ExplainResult> =>
      server.request(explainRequest, { code, place: { text, position: rangeOf(text, part).start } });
    const failed = `{"Response":{"Error":{"Code":"${code}","Message":"m"},"RequestId":"r1"}}`;
    const { markdown, product } = await explain(`POST https://cvm.tencentcloudapi.com/ ${failed}`);
    assert.equal(product, 'cvm');
    assert.match(markdown, /^Product: cvm · /m);
    assert.equal((await explain(failed)).product, '');
    assert.equal((await explain(`x ${failed}`, 'x')).product, undefined);
  });

  it('get a list of responses, and a ticket', async () => {
    server = await LanguageServer.start();
    const text = `deploy: ${sdkText}`;
    assert.deepEqual(await server.request<EnvelopeSummary[]>(envelopesRequest, { text }), [
      {
        index: 0,
        status: 'failure',
        code: 'InternalError',
        requestId: 'r1',
        range: rangeOf(text, sdkText),
        codeRange: rangeOf(text, 'InternalError'),
        atCursor: false,
      },
    ]);
    const filled = await server.request<TicketResult>(ticketRequest, { text, index: 0, file: 'terminal bash', time });
    assert.ok('text' in filled);
    assert.match(filled.text, /^RequestId: {3}r1$/m);
    assert.match(filled.text, /^Found in: {4}terminal bash, line 1$/m);
  });

  it('are checked as if they were open, with their own settings', async () => {
    server = await LanguageServer.start({
      capabilities: { ...pulling, workspace: { configuration: true, workspaceFolders: true } },
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
      settingsOf: (scope) =>
        scope.endsWith('mocks/b.json')
          ? { files: { declared: ['mocks/*'] } }
          : { rules: { 'padded-error-code': 'off' } },
    });
    const check = (path: string, text: string): Promise<CheckResult> =>
      server.request(checkRequest, { uri: `file:///w/${path}`, text });
    const text = '{"Response": {"Error": {"Code": "InternalError ", "Message": "m"}}}';
    const found = await check('a.json', text);
    assert.deepEqual(codesOf(found.diagnostics), ['missing-request-id']);
    assert.deepEqual(found.failures, [
      {
        code: 'InternalError',
        description: 'Internal error.',
        message: 'm',
        requestId: '',
        product: '',
        action: '',
        region: '',
        fault: 'service',
        time: '',
        range: rangeOf(text, text),
      },
    ]);
    assert.equal(found.responses, 1);
    assert.deepEqual(codesOf((await check('mocks/b.json', '{"a": 1}')).diagnostics), ['missing-response']);
    assert.deepEqual(await check('c.json', '{"a": 1'), {
      diagnostics: [],
      failures: [],
      itemFailures: [],
      responses: 0,
      tooLarge: false,
    });
    assert.equal((await check('d.log', `x ${sdkText}`)).responses, 1);
    const item = '"InternalError"';
    const success = `{"Response": {"Items": [{"Code": ${item}, "Message": "m"}, {"Code": "Ok"}], "RequestId": "r"}}`;
    const { failures, itemFailures, responses } = await check('e.json', success);
    assert.deepEqual({ failures, responses }, { failures: [], responses: 1 });
    assert.deepEqual(itemFailures, [
      { ...found.failures[0], requestId: 'r', range: rangeOf(success, item), item: true },
    ]);
  });

  it('are not read if they are too large or have more than 100,000 responses', async () => {
    server = await LanguageServer.start({ initializationOptions: { maxFileSize: 4 } });
    const check = (name: string, text: string): Promise<CheckResult> =>
      server.request(checkRequest, { uri: `file:///w/${name}`, text });
    const response = '{"Response":{"RequestId":1}}\n';
    const refused = { diagnostics: [], failures: [], itemFailures: [], responses: 0 };
    const responses = response.repeat(100_001);
    for (const [name, text] of [
      ['a.jsonl', responses],
      ['a.log', responses],
      ['a.json', `[${responses.replaceAll('\n', ',')}1]`],
    ] as const) {
      assert.deepEqual(await check(name, text), { ...refused, tooLarge: 'responses' });
    }
    assert.deepEqual(await check('b.log', ' '.repeat(4e6 + 1)), { ...refused, tooLarge: 'size' });
    const found = await check('c.jsonl', response.replace('1', '"r"').repeat(100_000));
    assert.deepEqual(found, { ...refused, responses: 100_000, tooLarge: false });
  });

  it('may be failures by the thousand, with one ticket and one report', async () => {
    server = await LanguageServer.start();
    const failure = {
      code: 'InternalError',
      description: 'd',
      message: 'm',
      product: '',
      action: '',
      region: '',
      fault: 'service' as const,
      time: '',
      range: rangeOf('text', 'text'),
      file: 'f',
    };
    const failures = Array.from({ length: 5_000 }, (_, index) => ({ ...failure, requestId: `r${index % 100}` }));
    const filled = await server.request<TicketResult>(jointTicketRequest, { failures, time });
    assert.ok('text' in filled);
    assert.match(filled.text, /^Total: {7}5000 failures, 1 code, 100 RequestIds$/m);
    for (const [format, expected] of [
      ['html', /<p>5000 failures<\/p>[^]*<button type="button" class="link" data-open="4999">f:1<\/button>/],
      ['markdown', /^# API Failure Report\n\n5000 failures\n/],
      ['csv', /^Time,Code,[^]*\r\n,InternalError,d,,service,f:1,r99\r\n$/],
    ] as const) {
      const params: ReportParams = { failures, format };
      assert.match((await server.request<ReportResult>(reportRequest, params)).text, expected);
    }
  });
});

describe('language server: large documents and the language status', () => {
  const empty: StatusResult = { responses: 0, failures: 0, tooLarge: false, tooDeep: false, hasPolicyDraft: false };
  let server: LanguageServer;

  const status = (): Promise<StatusResult> => server.request(statusRequest, { uri });

  afterEach(async () => assert.equal(await server.stop(), 0));

  it('counts responses and failures', async () => {
    server = await LanguageServer.start();
    await server.open(uri, `[${seedFailure}, {"Response": {"RequestId": "r"}}]`);
    assert.deepEqual(await status(), { ...empty, responses: 2, failures: 1 });
    await server.change(uri, { text: '[]' });
    assert.deepEqual(await status(), empty);
    await server.close(uri);
    assert.deepEqual(await status(), empty);
  });

  it('says that a policy can be drafted where a failure names a denied action and resource', async () => {
    server = await LanguageServer.start();
    const message = 'you are not authorized to perform operation (cvm:StopInstances)\nresource (*) has no permission';
    await server.open(uri, JSON.stringify({ Response: { Error: { Code: 'C', Message: message }, RequestId: 'r' } }));
    assert.deepEqual(await status(), { ...empty, responses: 1, failures: 1, hasPolicyDraft: true });
  });

  it('does not read a document over the limit until requested', async () => {
    server = await LanguageServer.start({ initializationOptions: { maxFileSize: 1 } });
    const malformed = '{"Response": {"RequestId": 1}}';
    const text = malformed + ' '.repeat(1e6 - malformed.length);
    await server.open(uri, `${text} `);
    assert.deepEqual(await status(), { ...empty, tooLarge: 'size' });
    assert.deepEqual(await server.diagnostics(uri), []);
    assert.equal(await server.hover(uri, { line: 0, character: 4 }), null);
    await server.notify(readAnywayNotification, { uri });
    assert.deepEqual(await status(), { ...empty, responses: 1 });
    assert.deepEqual(codesOf(await server.diagnostics(uri)), ['request-id-not-string']);
    // A reopened document is a different one.
    await server.close(uri);
    await server.open(uri, `${text} `);
    assert.equal((await status()).tooLarge, 'size');
    await server.change(uri, { text });
    assert.deepEqual(await status(), { ...empty, responses: 1 });
  });

  it('tells that responses are nested too deeply', async () => {
    server = await LanguageServer.start();
    const wrapped = (depth: number): string => `${'{"Response":'.repeat(depth)}${seedFailure}${'}'.repeat(depth)}`;
    await server.open(uri, wrapped(2_000));
    assert.deepEqual(await status(), { ...empty, tooDeep: true });
    await server.change(uri, { text: wrapped(900) });
    assert.deepEqual(await status(), { ...empty, responses: 1, failures: 1 });
  });

  it('ignores invalid params', async () => {
    server = await LanguageServer.start();
    for (const request of [
      checkRequest,
      explainForAssistantRequest,
      explainRequest,
      explainTextRequest,
      jointTicketRequest,
      reportRequest,
      statusRequest,
      envelopesRequest,
    ]) {
      for (const params of [{}, { uri: 7 }, { text: null }, { failures: 'all', time: 0 }]) {
        await assert.doesNotReject(server.request(request, params));
      }
    }
    await server.notify(readAnywayNotification, {});
    assert.deepEqual(await status(), empty);
  });
});
