import assert from 'node:assert/strict';
import { readBuiltinFiles } from '../../server/src/data/builtinData';
import {
  codesRequest,
  envelopesRequest,
  explainRequest,
  explainTextRequest,
  policyRequest,
  ticketRequest,
  type CodeSummary,
  type EnvelopeSummary,
  type ExplainParams,
  type ExplainResult,
  type PolicyResult,
  type TicketResult,
} from '../../server/src/lsp/protocol';
import { LanguageServer } from '../support/languageServer';
import { positionOf, rangeOf } from './expected';
import { seedFailure, seedSuccess } from './seed';

const uri = 'file:///w/a.json';
/** 2025-10-30 13:33:38 UTC, in the time zone of China. */
const time = { epoch: Date.UTC(2025, 9, 30, 13, 33, 38), offset: 480 };

describe('language server: requests of its own', () => {
  let server: LanguageServer;

  beforeEach(async () => (server = await LanguageServer.start()));

  afterEach(async () => assert.equal(await server.stop(), 0));

  const ticket = (index: number, file = 'a.json'): Promise<TicketResult | null> =>
    server.request(ticketRequest, { uri, index, file, time });

  it('lists the responses of a document, and which one the cursor is in', async () => {
    const text = `[${seedSuccess}, ${seedFailure}, {"Response": {"Error": {"Code": 1}}}]`;
    await server.open(uri, text);
    const codeRange = rangeOf(text, '"AuthFailure.SignatureFailure"');
    assert.deepEqual(await server.request<EnvelopeSummary[]>(envelopesRequest, { uri, position: codeRange.start }), [
      {
        index: 0,
        status: 'success',
        code: null,
        requestId: 'b5b41468-520d-4192-b42f-595cc34b6c1c',
        range: rangeOf(text, seedSuccess.trim()),
        codeRange: null,
        atCursor: false,
      },
      {
        index: 1,
        status: 'failure',
        code: 'AuthFailure.SignatureFailure',
        requestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
        range: rangeOf(text, seedFailure.trim()),
        codeRange,
        atCursor: true,
      },
      {
        index: 2,
        status: 'failure',
        code: null,
        requestId: null,
        range: rangeOf(text, '{"Response": {"Error": {"Code": 1}}}'),
        codeRange: null,
        atCursor: false,
      },
    ]);
  });

  it('chooses the innermost of nested responses at the cursor', async () => {
    const inner = '{"Response": {"RequestId": "inner"}}';
    const text = `{"Response": {"RequestId": "outer"}, "previous": ${inner}}`;
    await server.open(uri, text);
    const atCursor = async (part: string): Promise<(string | null)[]> => {
      const params = { uri, position: rangeOf(text, part).end };
      const found = await server.request<EnvelopeSummary[]>(envelopesRequest, params);
      assert.deepEqual(
        found.map(({ requestId }) => requestId),
        ['outer', 'inner'],
      );
      return found.filter((each) => each.atCursor).map(({ requestId }) => requestId);
    };
    assert.deepEqual(await atCursor('"outer"'), ['outer']);
    assert.deepEqual(await atCursor('"inner"'), ['inner']);
  });

  it('fills in the ticket with the time of the user', async () => {
    await server.open(uri, seedFailure);
    const filled = await ticket(0, 'logs/a.json');
    assert.ok(filled && 'text' in filled);
    assert.deepEqual(filled.removed, []);
    const fields = [...filled.text.matchAll(/^([\w ]+): +(.+)$/gm)].map(([, name, value]) => [name, value]);
    assert.deepEqual(Object.fromEntries(fields), {
      RequestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
      'Error code': 'AuthFailure.SignatureFailure (Signature error.)',
      Message: 'The provided credentials could not be validated. Please ensure your signature is correct.',
      Product: '(please fill in)',
      Action: '(please fill in)',
      Region: '(please fill in)',
      'Found in': 'logs/a.json, line 1',
      'Local time': '2025-10-30 21:33:38 +08:00',
      UTC: '2025-10-30 13:33:38 UTC',
    });
  });

  it('removes secrets from the ticket and names their kinds', async () => {
    const secret = ['AKID', 'z8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE'].join('');
    await server.open(
      uri,
      `{"Response": {"Error": {"Code": "InternalError", "Message": "id ${secret}"}, "RequestId": "r"}}`,
    );
    const filled = await ticket(0);
    assert.ok(filled && 'text' in filled);
    assert.deepEqual(filled.removed, ['SecretId']);
    assert.ok(!filled.text.includes(secret));
  });

  it('drafts a policy for what was denied, and returns null otherwise', async () => {
    const message = 'you are not authorized to perform operation (cvm:StopInstances)\\nresource (*) has no permission';
    const denied = `{"Response": {"Error": {"Code": "UnauthorizedOperation", "Message": "${message}"}, "RequestId": "r"}}`;
    await server.open(uri, `[${seedFailure}, ${denied}]`);
    const policy = (index: number): Promise<PolicyResult | null> => server.request(policyRequest, { uri, index });
    const draft = (await policy(1))?.policy;
    assert.deepEqual(draft?.actions, ['cvm:StopInstances']);
    assert.deepEqual(JSON.parse(draft.text), {
      version: '2.0',
      statement: [{ effect: 'allow', action: ['cvm:StopInstances'], resource: ['*'] }],
    });
    assert.deepEqual(await policy(0), { policy: null });
    for (const index of [2, -1, 0.5, 1e9]) {
      assert.equal(await policy(index), null);
    }
  });

  it('has no ticket for a response that is not there', async () => {
    await server.open(uri, seedFailure);
    for (const index of [1, -1, 0.5, 1e9]) {
      assert.equal(await ticket(index), null);
    }
    await server.close(uri);
    assert.equal(await ticket(0), null);
  });

  it('says in a sentence why a template cannot be used', async () => {
    await server.notify('workspace/didChangeConfiguration', {
      settings: { apiResponse: { supportTemplate: '{{#code}}' } },
    });
    await server.open(uri, seedFailure);
    const filled = await ticket(0);
    assert.ok(filled && 'problem' in filled);
    assert.match(filled.problem, /^The setting apiResponse\.supportTemplate cannot be used: .*\.$/);
  });

  it('lists the known codes, each once', async () => {
    const codes = await server.request<CodeSummary[]>(codesRequest);
    const names = codes.map(({ code }) => code);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      Object.keys(readBuiltinFiles('en')[0]?.data.codes ?? {}).filter((code) => !names.includes(code)),
      [],
    );
    assert.deepEqual(
      codes.find(({ code }) => code === 'AuthFailure.SignatureFailure'),
      { code: 'AuthFailure.SignatureFailure', description: 'Signature error.', detail: 'common' },
    );
  });

  it('finds the codes of which only the name is known, by a part of it', async () => {
    const find = (containing: unknown): Promise<CodeSummary[]> =>
      server.request<CodeSummary[]>(codesRequest, { containing });
    const [found, ...others] = await find('ErrorMAKELogpath');
    assert.deepEqual([found?.code, found?.detail, others.length], ['InternalError.ErrorMakeLogpath', 'aai, asr', 0]);
    assert.equal((await find('o')).length, 200);
    assert.deepEqual(await find('No.Such.Code'), []);
    assert.deepEqual(await find('AuthFailure.SignatureFailure'), []);
    const all = await server.request<CodeSummary[]>(codesRequest);
    assert.deepEqual(await find(7), all);
  });

  it('explains codes, known or not', async () => {
    const explain = async (code: string): Promise<string> =>
      (await server.request<ExplainResult>(explainRequest, { code })).markdown;
    assert.match(await explain('InternalError'), /^\*\*`InternalError`\*\* — Internal error\.\n/);
    assert.match(
      await explain('InvalidParameter.Own'),
      /^\*\*`InvalidParameter\.Own`\*\* — Judging by the name: `Own` is not accepted\.\n/,
    );
    assert.match(await explain('Zzzzzzzz'), /^\*\*`Zzzzzzzz`\*\* — Not in the list of known codes\.\n/);
    assert.match(await explain('`](command:x)'), /^\*\*`` `\]\(command:x\) ``\*\* — /);
    assert.match(await explain(''), /Not in the list of known codes/);
  });

  it('explains the failure at a position with insights and the request beside it', async () => {
    const message = 'Your current request rate is `21`, exceeding the limit of `20`.';
    const failure = JSON.stringify({
      Response: { Error: { Code: 'RequestLimitExceeded', Message: message }, RequestId: 'r' },
    });
    const text = `[${seedSuccess},\n${failure}]`;
    await server.open(uri, text);
    const explain = async (code: string, offset: number): Promise<string> =>
      (
        await server.request<ExplainResult>(explainRequest, {
          code,
          place: { uri, position: positionOf(text, offset) },
        })
      ).markdown;
    const place = text.lastIndexOf('{"Response"');
    const told = await explain('RequestLimitExceeded', place);
    assert.match(told, /^\*\*`RequestLimitExceeded`\*\* — /);
    assert.match(told, /\*\*Message:\*\* Your current request rate/);
    assert.match(told, /\*\*RequestId:\*\* `r`$/);
    const general = (await server.request<ExplainResult>(explainRequest, { code: 'RequestLimitExceeded' })).markdown;
    // For another failure, a success, or a document that is not open, only the code is explained.
    assert.equal(await explain('RequestLimitExceeded', 1), general);
    assert.match(await explain('InternalError', place), /^\*\*`InternalError`\*\* — Internal error\.\n/);
    await server.close(uri);
    assert.equal(await explain('RequestLimitExceeded', place), general);
  });

  it('explains a code for the product of the failure that had it, with links for clients that have pages', async () => {
    const code = 'InvalidInstance.NotSupported';
    const failure = JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });
    await server.open(uri, `POST / HTTP/1.1\nHost: cvm.tencentcloudapi.com\n\n${failure}\n`, 'log');
    const explain = (params: Partial<ExplainParams>): Promise<ExplainResult> =>
      server.request<ExplainResult>(explainRequest, { code, ...params });
    const { product } = await explain({ place: { uri, position: { line: 3, character: 0 } } });
    assert.ok(product === 'cvm');
    assert.match((await explain({ product })).markdown, /^Product: cvm/m);
    assert.match((await explain({})).markdown, /^If sent by |^A product's own code/m);
    const related = { code: 'AuthFailure.SignatureFailure' };
    const link = '[`AuthFailure.SignatureExpire`](../code/AuthFailure.SignatureExpire.md)';
    assert.ok((await explain({ ...related, pages: true })).markdown.includes(link));
    assert.doesNotMatch((await explain(related)).markdown, /\/code\//);
    const text = await server.request<ExplainResult>(explainTextRequest, { text: related.code, pages: true });
    assert.ok(text.markdown.includes(link));
    await server.close(uri);
  });

  it('answers for the current text after an edit', async () => {
    await server.open(uri, seedSuccess);
    await server.change(uri, { text: '[]' });
    assert.deepEqual(await server.request(envelopesRequest, { uri, position: positionOf('[]', 1) }), []);
    assert.equal(await ticket(0), null);
  });
});
