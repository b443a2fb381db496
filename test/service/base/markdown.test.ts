import fc from 'fast-check';
import assert from 'node:assert/strict';
import * as markdown from '../../../server/src/service/base/markdown';
import { hostileAddresses, hostileTexts, invisibleCharacters } from '../../support/hostile';
import { commandIn, lenientRenderer, tagsOf, visibleText } from '../../support/markdown';

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('untrusted text', () => {
  it('is one line', () => {
    assert.doesNotMatch(markdown.text('a\nb\r\nc\u2028d'), /[\r\n\u2028]/);
    assert.doesNotMatch(markdown.code('a\nb\r\nc\u2028d'), /[\r\n\u2028]/);
  });

  it('keeps words as they are', () => {
    assert.equal(markdown.text('Signature expired, try again'), 'Signature expired, try again');
    assert.equal(markdown.code('AuthFailure.SignatureFailure'), '`AuthFailure.SignatureFailure`');
  });

  for (const [name, character] of Object.entries(invisibleCharacters)) {
    it(`shows what cannot be seen: ${name}`, () => {
      const escaped = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      assert.equal(markdown.code(`a${character}b`), `\`a${escaped}b\``);
      assert.equal(markdown.text(`a${character}b`), `a\\${escaped}b`);
    });
  }

  it('is code within a fence that is longer than any inside', () => {
    assert.equal(markdown.code('a`b'), '``a`b``');
    assert.equal(markdown.code('`'), '`` ` ``');
    assert.equal(markdown.code('a``b`c'), '```a``b`c```');
    assert.equal(markdown.code(' a '), '`  a  `');
  });

  it('may have hundreds of thousands of backticks', () => {
    assert.equal(markdown.code('`a'.repeat(200_000)).slice(0, 5), '`` `a');
  });

  it('is prose in which single backticks mark code, if they come in pairs', () => {
    assert.equal(markdown.prose('Send `X-TC-Token` too'), 'Send `X-TC-Token` too');
    assert.equal(markdown.prose('a `b c'), 'a \\`b c');
  });
});

describe('links', () => {
  it('are live when they are https', () => {
    assert.equal(
      markdown.link('Documentation', 'https://www.tencentcloud.com/document/product/598'),
      '[Documentation](https://www.tencentcloud.com/document/product/598)',
    );
  });

  for (const url of [
    'http://example.com/',
    'command:workbench.action.quit',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://example.com/a b',
    'https://example.com/) [x](command:y',
    'https://example.com/\ncommand:x',
    'https://user@example.com/',
    'HTTPS://example.com',
    ' https://example.com',
    '',
  ]) {
    it(`are plain text otherwise: ${JSON.stringify(url)}`, () => {
      assert.doesNotMatch(markdown.link('Documentation', url), /(?<!\\)\]\(/);
    });
  }
});

describe('links that run a command', () => {
  const run = { code: 'A.B', uri: 'file:///w/a.json', position: { line: 1, character: 2 } };

  it('have the argument in their address', () => {
    const [, argument] = commandIn(markdown.command('More', 'apiResponse.explain', run)) ?? [];
    assert.deepEqual(argument, run);
  });

  for (const hostile of [...hostileTexts, ...hostileAddresses]) {
    it(`keep it as it is, and run nothing else: ${JSON.stringify(hostile)}`, () => {
      const argument = { ...run, code: hostile, uri: hostile };
      const link = markdown.command(hostile, 'apiResponse.explain', argument);
      assert.deepEqual(commandIn(link), ['apiResponse.explain', argument]);
      assert.deepEqual(
        tagsOf(lenientRenderer()(link)).filter((tag) => !/^<(?:\/?p|a href="command:[^"<>]*"|\/a)>$/.test(tag)),
        [],
      );
    });
  }
});

describe('links to pages of codes', () => {
  it('have the name of the code', () => {
    assert.equal(markdown.pageLink('AuthFailure.A_1'), '[`AuthFailure.A_1`](../code/AuthFailure.A_1.md)');
  });

  for (const name of [...hostileTexts, ...hostileAddresses, '..', 'A..B', '.A', 'A.', '../A', 'A/B', 'A\nB', '']) {
    it(`are none for what is no code: ${JSON.stringify(name)}`, () =>
      assert.equal(markdown.pageLink(name), markdown.code(name)));
  }
});

describe('blocks', () => {
  it('leave out what is empty', () => {
    const { text } = markdown;
    assert.equal(markdown.blocks([text('a'), undefined, text(''), text('b')]), 'a\n\nb');
    assert.equal(markdown.bullets([text('a'), text('b')]), '- a\n- b');
    assert.equal(markdown.steps([text('a'), text('b')]), '1. a\n2. b');
    assert.equal(markdown.line([text('a'), text('b')], ' · '), 'a · b');
    assert.equal(markdown.strong(text('a')), '**a**');
  });
});

describe('rendered', () => {
  const render = lenientRenderer();

  const shows = (source: string, expected: string, tags: readonly string[]): void => {
    const html = render(source);
    assert.deepEqual(
      tagsOf(html).filter((tag) => !tags.includes(tag)),
      [],
      html,
    );
    assert.equal(collapsed(visibleText(html)), collapsed(expected));
  };

  for (const hostile of hostileTexts) {
    it(`verbatim and inert: ${JSON.stringify(hostile)}`, () => {
      shows(markdown.text(hostile), hostile, ['<p>', '</p>']);
      shows(markdown.line([markdown.text('a'), markdown.text(hostile)], ' '), `a ${hostile}`, ['<p>', '</p>']);
      shows(markdown.bullets([markdown.text(hostile)]), hostile, ['<ul>', '<li>', '</li>', '</ul>']);
      const quoted = markdown.code(hostile);
      shows(quoted, hostile, ['<p>', '<code>', '</code>', '</p>']);
      shows(markdown.strong(quoted), hostile, ['<p>', '<strong>', '<code>', '</code>', '</strong>', '</p>']);
    });
  }
});

describe('Markdown as plain text', () => {
  const { code, text, toPlainText } = markdown;

  const shown = (value: string): string => markdown.visible(value).replace(/\s{2,}|[^\S ]/g, ' ');

  it('shows untrusted text as it is', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('\\', '`', '*', '[', ']', '(', ')', ' ', 'a', '1', '.', '-') }),
    );
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const both = markdown.line([text(one), markdown.strong(code(other)), text(one)], ' ');
        assert.equal(toPlainText(both), [one, other, one].map(shown).join(' '));
      }),
    );
    for (const hostile of hostileTexts) {
      assert.equal(
        toPlainText(markdown.blocks([text(hostile), code(hostile)])),
        `${shown(hostile)}\n\n${shown(hostile)}`,
      );
    }
  });

  it('keeps lists, and shows where links lead', () => {
    assert.equal(toPlainText(markdown.steps([text('a.b'), markdown.prose('Send `c`')])), '1. a.b\n2. Send c');
    assert.equal(toPlainText(markdown.bullets([text('- a')])), '- - a');
    assert.equal(toPlainText(markdown.link('[a]', 'https://a.example/b?c=d')), '[a]: https://a.example/b?c=d');
    assert.equal(toPlainText(markdown.link('a', 'file:///b')), 'a: file:///b');
  });
});
