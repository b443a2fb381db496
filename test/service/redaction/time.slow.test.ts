import assert from 'node:assert/strict';
import { english } from '../../../server/src/service/base/localizer';
import { redact } from '../../../server/src/service/redaction';

/** Beginnings of secrets and of what stands around them, to be repeated. */
const repeated = [
  ...['token=', 'token="', "token='", 'token:\n', 'token:\n- ', 'token: |\n ', 'token=[null,', 'token\t', 'token=x,'],
  ...['sk=', 'pass=x', 'password=(', 'password=x&', 'authorization: a b=c, ', 'cookie: a=b; ', '密码:\n- ', '<token>'],
  ...['"value": "x", "name": "token", ', 'token,token\n', 'AKID', 'eyJ-', 'user:a@tcp(', 'http://a:b@', '%22', '\\\\"'],
  ...[
    '&quot;',
    ['-----BEGIN', 'PRIVATE KEY-----\n'].join(' '),
    'SecretKey=x7QOBhRCWxr6GMp3lwe5D8IAxicXrW7M\n',
    'prose, ',
  ],
];

/** Processor time in milliseconds for a text of `length`, the shortest of a few runs. */
function cost(text: string, length: number): number {
  const whole = text.repeat(Math.ceil(length / text.length));
  const runs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    redact(whole, english);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

describe('taking secrets out', () => {
  for (const text of repeated) {
    it(`takes a time that is linear in the text: ${JSON.stringify(text)}`, () => {
      const [once, fourTimes] = [cost(text, 25_000), cost(text, 100_000)];
      // Twice what is proportional, and what is too short to be measured.
      assert.ok(fourTimes < 8 * once + 50, `${once.toFixed(0)} ms, ${fourTimes.toFixed(0)} ms`);
    });
  }
});
