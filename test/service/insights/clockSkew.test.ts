import assert from 'node:assert/strict';
import { shortTexts, surroundings, insightTexts } from '../../support/insights';

const code = 'AuthFailure.SignatureExpire';
const server = 1_761_831_002;
const english = (ahead: number): string => `Signature expired, Timestamp: ${server + ahead}, server time: ${server}.`;
const inUtc = 'Send the time in UTC.';

describe('an insight of clocks that differ', () => {
  for (const message of [
    `Signature expired, Timestamp:${server - 600},server time:${server}`,
    `signature expired: the server's current time is \`${server}\`, your timestamp is \`${server - 600}\`.`,
    `签名过期，Timestamp ${server - 600} 与服务器时间 ${server} 相差超过五分钟。`,
    `签名已过期：服务器当前时间戳为 ${server}，请求的时间戳为 ${server - 600}。`,
  ]) {
    it(`is in: ${message}`, () => {
      for (const around of surroundings) {
        assert.deepEqual(insightTexts(around(message), code), [
          "clock-skew: The timestamp of the request is 10 min behind the server's clock. At most 5 minutes are allowed: correct the clock of the machine.",
        ]);
      }
      assert.deepEqual(shortTexts(message, code), ['10 min behind the server']);
    });
  }

  it('says which is ahead, and by how much, in readable units', () => {
    const shown = (ahead: number): string[] => shortTexts(english(ahead), code);
    assert.deepEqual(shown(1), ['1 s ahead of the server']);
    assert.deepEqual(shown(-119), ['119 s behind the server']);
    assert.deepEqual(shown(1000), ['17 min ahead of the server']);
    assert.deepEqual(shown(-3600), ['1 h behind the server']);
    assert.deepEqual(shown(5_000), ['1 h 23 min ahead of the server']);
    assert.deepEqual(shown(-86_400 * 365), ['365 days behind the server']);
  });

  it('gives no advice if the difference is allowed', () => {
    assert.deepEqual(insightTexts(english(109), code), [
      "clock-skew: The timestamp of the request is 109 s ahead of the server's clock.",
    ]);
  });

  it('treats 8 hours ahead as the local time of China', () => {
    for (const off of [-299, 0, 299]) {
      assert.match(
        insightTexts(english(8 * 3600 + off), code)[0] ?? '',
        /ahead of the server's clock\. That is China's offset from UTC, .*Send the time in UTC\.$/,
      );
    }
  });

  it('treats other whole and half hours as a local time, and nothing between them', () => {
    for (const ahead of [3600, -5 * 3600, 5.5 * 3600 + 60, -8 * 3600 - 100, 14 * 3600]) {
      const [told = ''] = insightTexts(english(ahead), code);
      assert.ok(told.includes('close to a whole number of half hours') && told.endsWith(inUtc), told);
    }
    for (const ahead of [1800, 4 * 3600 + 900, 8 * 3600 + 301, 15 * 3600, -86_400]) {
      assert.match(insightTexts(english(ahead), code)[0] ?? '', /At most 5 minutes are allowed/);
    }
  });

  it('sees that milliseconds were sent', () => {
    assert.deepEqual(insightTexts(`Signature expired, timestamp ${server}123, server time ${server}`, code), [
      'clock-skew: The request was sent with its timestamp in milliseconds: it has to be in seconds (10 digits).',
    ]);
    assert.deepEqual(shortTexts(`timestamp ${server}123, server time ${server}`, code), ['timestamp in milliseconds']);
  });

  for (const message of [
    'Signature expired. The timestamp and the server time cannot differ by more than five minutes.',
    `Signature expired, timestamp: ${server}.`,
    `Signature expired, ${server} and ${server - 600}.`,
    `Signature expired, timestamp ${server}, timestamp ${server - 600}.`,
    `Signature expired, timestamp ${server}, now ${server - 600}.`,
    `Signature expired, timestamp ${server}, server time ${server}.`,
    `Signature expired, timestamp ${server}, server time ${server - 600}, expires ${server - 300}.`,
    `Signature expired, timestamp ${server}0, server time ${server - 600}.`,
    `Signature expired, timestamp ${server}, server time ${server - 600}123.`,
    `Signature expired, timestamp 5${server}, server time ${server - 600}.`,
    `Signature expired, timestamp 1600000000123, server time ${server}.`,
    `签名过期，请检查本地时间。`,
  ]) {
    it(`is none in: ${message}`, () => assert.deepEqual(insightTexts(message, code), []));
  }

  it('does not exist if the code is not about authentication', () => {
    assert.deepEqual(insightTexts(english(600), 'InvalidParameterValue'), []);
    assert.deepEqual(insightTexts(english(600), ''), []);
  });
});
