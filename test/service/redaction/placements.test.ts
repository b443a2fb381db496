import assert from 'node:assert/strict';
import type { Redacted } from '../../../server/src/service';
import { english } from '../../../server/src/service/base/localizer';
import { redact } from '../../../server/src/service/redaction';
import { leakOf, place } from '../../support/madeUpSecrets';
import { harmless, placements } from '../../support/secretPlacements';
import { parse, serviceWith } from '../../support/service';
import { failure, specificationTime as time } from '../../support/ticket';

const note = /\nSecrets removed from this ticket: [^\n]+\.\n$/;

const service = serviceWith();

function ticketOf(message: string, template = ''): Redacted {
  const document = parse(JSON.stringify(failure(message)));
  return service.createTicket(document, { envelope: document.envelopes()[0]!, file: 'call.json', time, template });
}

describe('a secret after', () => {
  for (const [group, rows] of Object.entries(placements)) {
    for (const { kind, title, template } of rows) {
      const { text, expected, secrets } = place(template, title);

      it(`${group} ${title} goes, and nothing else`, () => {
        const redacted = redact(text, english);
        assert.equal(redacted.text, expected);
        assert.equal(leakOf(secrets, redacted.text), undefined);
        assert.ok(redacted.removed.includes(kind), redacted.removed.join());
        assert.deepEqual(redact(redacted.text, english), { text: redacted.text, removed: [] });
      });

      it(`${group} ${title} gets into no ticket`, () => {
        const joint = { code: 'X', message: text, requestId: 'r', product: '', action: '', region: '', file: 'f' };
        for (const ticket of [
          ticketOf(text),
          ticketOf(text, '> {{message}}'),
          service.createJointTicket([joint, { ...joint, requestId: text, file: text }], time),
        ]) {
          assert.equal(leakOf(secrets, ticket.text), undefined, ticket.text);
          assert.match(ticket.text, note);
          assert.ok(ticket.removed.includes(kind), ticket.removed.join());
        }
      });
    }
  }
});

describe('a text without a secret', () => {
  for (const text of harmless) {
    it(`stays as it is: ${text}`, () => {
      assert.deepEqual(redact(text, english), { text, removed: [] });
      const { removed, text: ticket } = ticketOf(text);
      assert.deepEqual(removed, []);
      assert.doesNotMatch(ticket, note);
    });
  }
});
