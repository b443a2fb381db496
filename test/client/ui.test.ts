import fc from 'fast-check';
import assert from 'node:assert/strict';
import { escapeForLabel, escapeForMessage, withoutLinks } from '../../client/src/ui/escape';
import { pageName, textOfPage } from '../../client/src/ui/pageName';

/** Texts as hostile as they get. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('/', '\\', '%', '%002f', '?', '#', '..', '\ud800', '\udc00', '😀', '\n', 'Code.X', '](', '$('),
    )
    .map((parts) => parts.join('')),
);

describe('the name of a page', () => {
  it('is the code itself, if it looks like one', () =>
    assert.equal(pageName('AuthFailure.Signature_Failure-1'), 'AuthFailure.Signature_Failure-1'));

  for (const [code, name] of [
    ['/etc/passwd', '%002fetc%002fpasswd'],
    ['//x', '%002f%002fx'],
    ['a\ud800', 'a%d800'],
    ['100%', '100%0025'],
    ['%002f', '%0025002f'],
    ['中文😀', '中文😀'],
  ] as const) {
    it(`is ${name} for ${JSON.stringify(code)}`, () => {
      assert.equal(pageName(code), name);
      assert.equal(textOfPage(name), code);
    });
  }

  it('fits into an address, and gives the text back', () => {
    fc.assert(
      fc.property(text, (each) => {
        assert.equal(textOfPage(pageName(each)), each);
        // Throws if it is not well formed.
        assert.doesNotMatch(decodeURIComponent(encodeURIComponent(pageName(each))), /[/\\?#]/);
      }),
    );
  });
});

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
