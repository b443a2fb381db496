import assert from 'node:assert/strict';
import { english } from '../../../server/src/service/base/localizer';
import { redact } from '../../../server/src/service/redaction';
import { hash, id, key, leak, secrets, token } from '../../support/secrets';
import { failure, ticketOf } from '../../support/ticket';

const requestId = 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6';

const texts = Object.entries(secrets).flatMap(([kind, list]) => list.map((text) => ({ kind, text })));

const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

describe('redaction', () => {
  for (const { kind, text } of texts) {
    it(`takes out a ${kind}: ${shortened(text)}`, () => {
      const redacted = redact(text, english);
      assert.doesNotMatch(redacted.text, leak, redacted.text.slice(0, 500));
      assert.ok(
        redacted.removed.some((removed) => removed === kind),
        redacted.removed.join(),
      );
    });

    it(`takes it out of a ticket, wherever it comes from: ${shortened(text)}`, () => {
      const documents = [
        failure(text),
        failure('m', text),
        { request: { Action: 'DescribeZones', note: text }, body: failure(text) },
        {
          Response: {
            Error: { Code: 'InternalError', Message: JSON.stringify({ inner: text }) },
            RequestId: requestId,
          },
        },
      ];
      for (const document of documents) {
        const ticket = ticketOf(document);
        assert.doesNotMatch(ticket.text, leak);
        assert.ok(ticket.text.includes(requestId));
        assert.match(ticket.text, /\nSecrets removed from this ticket: [^\n]+\.\n$/);
        assert.ok(ticket.text.trimEnd().split('\n').at(-1)?.includes(kind));
      }
    });
  }

  it('takes out all of several, and names each kind once', () => {
    const all = texts.map(({ text }) => text).join('\n');
    const { text, removed } = redact(all, english);
    assert.doesNotMatch(text, leak);
    assert.deepEqual([...removed].sort(), Object.keys(secrets).sort());
  });

  it("removes them from the user's template and the file name", () => {
    const { text, removed } = ticketOf(failure('m'), {
      template: `{{file}} SecretKey=${key} {{requestId}}`,
      file: `${id}.json`,
    });
    assert.doesNotMatch(text, /SECRET/);
    assert.ok(text.includes(requestId));
    assert.deepEqual(removed, ['SecretKey', 'SecretId']);
  });

  it('is idempotent', () => {
    const once = redact(texts.map(({ text }) => text).join('\n'), english);
    assert.deepEqual(redact(once.text, english), { text: once.text, removed: [] });
  });

  it('keeps the text around a secret', () => {
    assert.equal(
      redact(`GET /?Action=DescribeZones&Signature=${hash}&Region=ap-guangzhou`, english).text,
      'GET /?Action=DescribeZones&Signature=[removed]&Region=ap-guangzhou',
    );
    assert.equal(
      redact(`{"SecretKey":"${key}","Region":"ap-guangzhou"}`, english).text,
      '{"SecretKey":"[removed]","Region":"ap-guangzhou"}',
    );
    assert.equal(redact(`The SecretId ${id} is not found.`, english).text, 'The SecretId [removed] is not found.');
    assert.equal(
      redact(`Authorization: Bearer ${token}\nRequestId: r`, english).text,
      'Authorization: [removed]\nRequestId: r',
    );
  });

  it('does not reach into the next line', () => {
    const { text } = ticketOf({ host: 'cvm.tencentcloudapi.com', body: failure('Invalid token:') });
    assert.match(text, /^Message: {5}Invalid token:\nProduct: {5}cvm$/m);
  });

  it('handles many megabytes', () => {
    assert.equal(redact(`Token=${'x'.repeat(10_000_000)} y`, english).text, 'Token=[removed] y');
    assert.equal(redact('token '.repeat(500_000), english).removed.length, 0);
  });

  for (const prose of [
    'Signature error.',
    'you are not authorized to perform operation (cvm:DescribeInstances)\nresource (qcs::cvm:ap-guangzhou::instance/*) has no permission',
    'Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second.',
    `[request id:${requestId}] failed`,
  ]) {
    it(`does not eat ordinary prose: ${prose}`, () =>
      assert.deepEqual(redact(prose, english), { text: prose, removed: [] }));
  }
});
