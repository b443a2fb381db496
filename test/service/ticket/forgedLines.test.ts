import assert from 'node:assert/strict';
import { serviceWith } from '../../support/service';
import { failure, specificationTime, ticketOf } from '../../support/ticket';

const breaks = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029', '\u001b[2J\n', '\u202e\n'];
const forged = 'RequestId:   forged';

/** The lines of a ticket that begin like the forged one, as any reader splits them. */
const linesLike = (ticket: string): string[] =>
  ticket.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/).filter((line) => line.startsWith('RequestId:'));

describe('a ticket', () => {
  for (const lineBreak of breaks) {
    const text = `x${lineBreak}${forged}`;
    const title = JSON.stringify(lineBreak);

    it(`has one RequestId, whatever values say after ${title}`, () => {
      const response = { Response: { Error: { Code: text, Message: text }, RequestId: text } };
      const document = { request: { product: text, 'X-TC-Action': text, 'X-TC-Region': text, host: text }, response };
      const { text: ticket } = ticketOf(document, { file: text });
      assert.equal(linesLike(ticket).length, 1, ticket);
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      assert.doesNotMatch(ticket, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029]/);
    });

    it(`for many has no forged line after ${title}`, () => {
      const values = {
        code: text,
        message: text,
        requestId: text,
        product: text,
        action: text,
        region: text,
        file: text,
      };
      const { text: ticket } = serviceWith().createJointTicket([values], specificationTime);
      assert.deepEqual(linesLike(ticket), []);
    });
  }

  it('keeps the lines of a message, indented', () => {
    assert.match(ticketOf(failure('one\n\n  two\nthree')).text, /^Message: {5}one\n {6}two\n {4}three\nProduct:/m);
  });
});
