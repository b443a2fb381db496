import assert from 'node:assert/strict';
import { builtinCatalog } from '../../server/src/builtin';
import { createJointTicket, createTicket, defaultSettings, failuresOf } from '../../server/src/service';
import { hash, id, key, leak, secrets, token } from '../support/secrets';
import { read } from '../support/service';
import { seedTime } from '../support/ticket';

const texts = Object.values(secrets).flat();

/** Texts whose failure is read to its end: an exception text has its RequestId within 4,000 characters. */
const short = texts.filter((text) => text.length < 3_000);

const headers = `POST https://cvm.tencentcloudapi.com/?SecretId=${id}
Authorization: TC3-HMAC-SHA256 Credential=${id}/2026-03-02/cvm/tc3_request, SignedHeaders=host, Signature=${hash}
X-TC-Action: DescribeZones
X-TC-Token: ${token}
SecretKey: ${key}
`;

const body = (message: string): string =>
  JSON.stringify({ Response: { Error: { Code: `InternalError.${id}`, Message: message }, RequestId: 'r-1' } });

/** A failure with a secret in its message, and others around it, as each source has it. */
const sources: Readonly<Record<string, (message: string) => readonly [languageId: string, text: string]>> = {
  json: (message) => ['json', `{"secretKey": "${key}", "body": ${body(message)}}`],
  'JSON Lines': (message) => ['jsonl', `{"token": "${token}", "body": ${body(message)}}\n`],
  HTTP: (message) => ['http', `${headers}\n\n${body(message)}\n`],
  'a log': (message) => ['log', `${headers}\n2026-03-02T02:11:41Z body ${body(message)} ${id}\n`],
  HAR: (message) => ['json', JSON.stringify({ request: { headers }, response: { content: { text: body(message) } } })],
  Base64: (message) => ['json', JSON.stringify({ text: Buffer.from(body(message)).toString('base64') })],
  'a cassette': (message) => ['yaml', `${headers}\nstring: '${body(message).replaceAll("'", "''")}'\n`],
  'an exception': (message) => [
    'log',
    `${headers}\n[TencentCloudSDKError] Code=InternalError.${id}, Message=${message.replaceAll('\n', ' ')}, RequestId=r-1\n`,
  ],
};

describe('Secrets, whatever text they are in', () => {
  for (const [source, make] of Object.entries(sources)) {
    it(`do not get into the tickets of ${source}`, () => {
      for (const message of short) {
        const [languageId, text] = make(message);
        const found = read(text, { languageId });
        const envelope = found.envelopes.find(({ status }) => status === 'failure');
        assert.ok(envelope, message);
        const place = { file: 'f', line: 1, time: seedTime };
        const one = createTicket(builtinCatalog(), { text, envelope, envelopes: found.envelopes, ...place });
        const failures = failuresOf(text, found, builtinCatalog(), defaultSettings);
        const all = createJointTicket(
          failures.map((failure) => ({ ...failure, file: 'f' })),
          seedTime,
        );
        for (const ticket of [one, all]) {
          assert.doesNotMatch(ticket.text, leak, message);
          assert.match(ticket.text, /r-1/);
          assert.ok(ticket.removed.length > 0);
        }
      }
    });
  }
});
