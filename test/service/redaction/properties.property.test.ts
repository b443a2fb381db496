import fc from 'fast-check';
import assert from 'node:assert/strict';
import { english } from '../../../server/src/service/base/localizer';
import { redact } from '../../../server/src/service/redaction';
import { leakOf, place } from '../../support/madeUpSecrets';
import { runs } from '../../support/runs';
import { placements } from '../../support/secretPlacements';

const templates = Object.values(placements)
  .flat()
  .map(({ template }) => template);

/** Those with whole secrets that can be read. */
const whole = templates.filter((template) => !/:(?:basic|base64|half)\}|\}\d|\d[@,]\{|o\{|x7Q|LS0t/.test(template));

/** What may stand between two places of secrets. */
const joins = ['\n', '\n\n', '\nRegion: ap-guangzhou\n', '\n[request id:r-1] failed\n', '\n{"a": 1}\n'];

describe('made-up secrets', () => {
  it('leave no piece of six characters in any place, nor next to others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...templates), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...joins),
        fc.integer(),
        (chosen, join, seed) => {
          const placed = chosen.map((template, index) => place(template, `${seed}/${index}`));
          const { text, removed } = redact(placed.map((each) => each.text).join(join), english);
          assert.equal(
            leakOf(
              placed.flatMap(({ secrets }) => secrets),
              text,
            ),
            undefined,
            text,
          );
          assert.ok(removed.length > 0);
        },
      ),
      { numRuns: runs(10_000) },
    );
  });

  it('leave nothing where a text says that something was taken out, and the same value follows anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.integer(), (template, seed) => {
        const { text, secrets } = place(template, String(seed));
        const again = secrets.map((secret) => `and ${secret} again`).join('\n');
        const redacted = redact(`${again}\n\n${text}\n\n${again}`, english);
        assert.ok(redacted.removed.length === 0 || leakOf(secrets, redacted.text) === undefined, redacted.text);
      }),
      { numRuns: runs(5_000) },
    );
  });

  it('do not make the result depend on how often it is applied', () => {
    fc.assert(
      fc.property(fc.constantFrom(...templates), fc.integer(), (template, seed) => {
        const { text } = redact(place(template, String(seed)).text, english);
        assert.deepEqual(redact(text, english), { text, removed: [] });
      }),
      { numRuns: runs(2_000) },
    );
  });
});
