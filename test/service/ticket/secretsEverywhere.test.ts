import assert from 'node:assert/strict';
import { hash, id, key, leak, secrets, token } from '../../support/secrets';
import { parse, serviceWith } from '../../support/service';
import { specificationTime as time } from '../../support/ticket';

const texts = Object.values(secrets).flat();

/** Texts short enough to be read to the end: an exception text has its RequestId within 4,000 characters. */
const short = texts.filter((text) => text.length < 3_000);

const headers = `POST https://cvm.tencentcloudapi.com/?SecretId=${id}
Authorization: TC3-HMAC-SHA256 Credential=${id}/2026-03-02/cvm/tc3_request, SignedHeaders=host, Signature=${hash}
X-TC-Action: DescribeZones
X-TC-Token: ${token}
SecretKey: ${key}
`;

const body = (message: string): string =>
  JSON.stringify({ Response: { Error: { Code: `InternalError.${id}`, Message: message }, RequestId: 'r-1' } });

/** A failure with a secret in its message, and others around it, in the form of each source. */
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

describe('Secrets in any text', () => {
  for (const [source, make] of Object.entries(sources)) {
    it(`do not get into the tickets of ${source}`, () => {
      const service = serviceWith();
      for (const message of short) {
        const [languageId, text] = make(message);
        const document = parse(text, { languageId });
        const envelope = document.envelopes().find(({ status }) => status === 'failure');
        assert.ok(envelope, message);
        const one = service.createTicket(document, { envelope, file: 'f', time });
        const failures = service.listFailures(document).map((failure) => ({ ...failure, file: 'f' }));
        const all = service.createJointTicket(failures, time);
        for (const ticket of [one, all]) {
          assert.doesNotMatch(ticket.text, leak, message);
          assert.match(ticket.text, /r-1/);
          assert.ok(ticket.removed.length > 0);
        }
      }
    });
  }
});
