import fc from 'fast-check';
import assert from 'node:assert/strict';
import { escapeForLabel, escapeForMessage, withoutLinks } from '../../client/src/ui/escape';

/** Texts as hostile as they get. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('/', '\\', '%', '%002f', '?', '#', '..', '\ud800', '\udc00', '😀', '\n', 'Code.X', '](', '$('),
    )
    .map((parts) => parts.join('')),
);

describe('text in messages and picks', () => {
  for (const [given, message, label] of [
    ['[Fix](command:x)', '[Fix]\u200b(command:x)', '[Fix](command:x)'],
    ['$(bug)', '$(bug)', '\\$(bug)'],
    ['a\u001b\u202e', 'a\\u001b\\u202e', 'a\\u001b\\u202e'],
    ['a\nb', 'a\\u000ab', 'a\\u000ab'],
  ] as const) {
    it(`is plain: ${JSON.stringify(given)}`, () => {
      assert.equal(escapeForMessage(given), message);
      assert.equal(escapeForLabel(given), label);
    });
  }

  it('has no link, whatever the text', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        assert.doesNotMatch(withoutLinks(`${one}[a](command:b)${other}`), /\]\(/);
        assert.doesNotMatch(escapeForMessage(one), /\]\(/);
      }),
    );
  });
});
