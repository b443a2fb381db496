import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { rangeOf, type ClientCommands } from '../../../server/src/service';
import { hostileTexts, invisibleCharacters } from '../../support/hostile';
import { denial } from '../../support/insights';
import { lenientRenderer, tagsOf, visibleText } from '../../support/markdown';
import { parseEdited, serviceWith } from '../../support/service';
import { specificationTime, ticketOf } from '../../support/ticket';

const uri = 'file:///x.json';
const rate =
  'Your current request times equals to `12` in a second, which exceeds the frequency limit `10` for a second.';
const toldRate = '12 calls per second, 10 allowed: leave at least 100 ms between calls.';
const commands: ClientCommands = { explain: 'explain', copyTicket: 'copy', copyPolicy: 'policy', showRule: 'rule' };

const failure = (message: string, code = 'RequestLimitExceeded'): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: 'r' } });

/** The paragraphs of the hover on the member of a response. */
function hoverOn(text: string, member: string): string[] {
  const document = parseEdited(text);
  const offset = text.indexOf(`"${member}":`) + member.length + 4;
  const shown = serviceWith().doHover(document, document.text.positionAt(offset));
  assert.ok(shown && MarkupContent.is(shown.contents));
  return shown.contents.value.split('\n\n');
}

/** The titles and commands of lenses. */
function lensesOf(text: string, commands?: ClientCommands): unknown[] {
  const lenses = serviceWith({ client: { commands } }).getCodeLenses(parseEdited(text));
  return lenses.map(({ command }) => command);
}

describe('insights in a hover', () => {
  it('are right after the code and its description', () => {
    const [head, insight, facts] = hoverOn(failure(rate), 'Code');
    assert.match(head ?? '', /^\*\*`RequestLimitExceeded`\*\* — /);
    assert.equal(insight, toldRate);
    assert.match(facts ?? '', /Fault: caller/);
  });

  it('come first on the message', () => {
    const [insight, help] = hoverOn(failure(rate), 'Message');
    assert.equal(insight, toldRate);
    assert.match(help ?? '', /^\*\*`Message`\*\* — /);
  });

  it('are on no other member', () => {
    assert.ok(!hoverOn(failure(rate), 'RequestId').includes(toldRate));
    assert.match(hoverOn(failure('m'), 'Message')[0] ?? '', /^\*\*`Message`\*\* — /);
  });

  it('are a paragraph each, with values as code, and name the command that copies a policy', () => {
    const message = denial('cvm:StopInstances', '*').replace('id:r', 'id:q');
    assert.deepEqual(hoverOn(failure(message, 'UnauthorizedOperation'), 'Code').slice(1, 3), [
      'No policy of the caller allows `cvm:StopInstances` on all resources (`*`). In VS Code, "Tencent Cloud API: Copy CAM Policy Draft" copies a policy that would allow it.',
      'The message mentions a different RequestId, `q`. Give support both.',
    ]);
  });
});

describe('hostile values in an insight', () => {
  const render = lenientRenderer();
  const messageOf = (value: string): string =>
    `The value \`${value}\` specified in the parameter \`Name\` is not valid.`;

  // A value of several lines has no known wording.
  for (const hostile of hostileTexts.filter((text) => !/[\r\n]/.test(text))) {
    it(`come to nothing: ${JSON.stringify(hostile)}`, () => {
      const text = failure(messageOf(hostile), 'InvalidParameterValue');
      const insight = render(hoverOn(text, 'Code')[1] ?? '');
      assert.deepEqual(tagsOf(insight), ['<p>', '<code>', '</code>', '</p>']);
      assert.ok(visibleText(insight).includes(`value ${hostile.replace(/\s+/g, ' ')}`), insight);
      assert.doesNotMatch(JSON.stringify(lensesOf(text)), /\$\(/);
    });
  }

  for (const [name, character] of Object.entries(invisibleCharacters)) {
    it(`show what cannot be seen: ${name}`, () => {
      const text = failure(messageOf(`a${character}b`));
      assert.ok(!hoverOn(text, 'Code').join('').includes(character));
      assert.ok(!JSON.stringify(lensesOf(text)).includes(JSON.stringify(character).slice(1, -1)));
      assert.doesNotMatch(ticketOf(text, { template: '{{insight}}' }).text, new RegExp(character));
    });
  }
});

describe('an insight in a code lens', () => {
  const title = (message: string, code?: string): unknown => {
    const [first] = lensesOf(failure(message, code));
    return typeof first === 'object' && first !== null && 'title' in first ? first.title : undefined;
  };

  it('is the first one, after the meaning of the code', () => {
    assert.match(String(title(rate)), /[a-z] · 12 per second, 10 allowed · caller · retry with backoff$/);
    const text = `[${failure(rate)},${failure(rate.replace('12', '30'))},${failure('m')}]`;
    const seconds = lensesOf(text).map((command) => /^[^·]* · ([^·]*) ·/.exec(JSON.stringify(command))?.[1]);
    assert.deepEqual(seconds, ['12 per second, 10 allowed', '30 per second, 10 allowed', 'caller']);
  });

  it('is shown even if the code is unknown', () => {
    assert.equal(
      title('A value specified in `Zone` is not valid.', ''),
      'Failure without an error code · Zone is not valid',
    );
  });

  it('comes with a lens that copies the policy, if the client has commands', () => {
    const titles = (message: string, client?: ClientCommands): unknown[] => lensesOf(failure(message), client).slice(1);
    assert.deepEqual(titles(denial('cvm:StopInstances', '*'), commands)[1], {
      title: 'Copy CAM Policy Draft',
      command: 'policy',
      arguments: [{ uri, position: { line: 0, character: 0 } }],
    });
    assert.equal(titles(denial('cvm:StopInstances'), commands).length, 2);
    assert.equal(titles(rate, commands).length, 2);
    assert.deepEqual(titles(denial('cvm:StopInstances', '*')), []);
  });
});

describe('an insight elsewhere', () => {
  it('is in the tooltip of an inlay hint', () => {
    const text = failure(rate);
    const document = parseEdited(text);
    const range = rangeOf(document.text, { offset: 0, length: text.length });
    const [hint] = serviceWith().getInlayHints(document, range);
    assert.ok(MarkupContent.is(hint?.tooltip));
    assert.equal(hint.tooltip.value.split('\n\n')[1], toldRate);
  });

  it('is in the explanation of a text, even without a code', () => {
    const service = serviceWith();
    assert.equal(service.explainText(failure(rate))?.split('\n\n')[1], toldRate);
    assert.deepEqual(
      service
        .explainText(`[GetThing] ${denial('tcb:GetThing').replace('r]', 'b7a1]')}`)
        ?.split('\n\n')
        .slice(0, 3),
      [
        'There is no code in the text. Its wording is that of `AuthFailure.UnauthorizedOperation`, which is explained here.',
        '**`AuthFailure.UnauthorizedOperation`** — The request does not have CAM authorization.',
        'No policy of the caller allows `tcb:GetThing`; the message does not name the resource.',
      ],
    );
  });

  it('is a line of the ticket, as plain text', () => {
    const { text } = ticketOf(
      failure(denial('cvm:StopInstances', '*').replace('id:r', 'id:q'), 'UnauthorizedOperation'),
    );
    assert.match(
      text,
      /^Insight: {5}No policy of the caller allows cvm:StopInstances on all resources \(\*\)\. The message mentions a different RequestId, q\. Give support both\.$/m,
    );
    assert.doesNotMatch(ticketOf(failure('m')).text, /Insight/);
  });

  it('has its secrets removed from the ticket', () => {
    const secret = ['AKID', 'z8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE'].join('');
    const message = `The value \`${secret}\` specified in the parameter \`SecretId\` is not valid.`;
    const { text, removed } = ticketOf(failure(message), { template: '{{insight}}' });
    assert.ok(!text.includes(secret));
    assert.deepEqual(removed, ['SecretId']);
  });

  it('is under the message of a ticket for many', () => {
    const own = { requestId: '', product: '', action: '', region: '', file: 'a.json:1' };
    const { text } = serviceWith().createJointTicket(
      [
        { ...own, code: 'RequestLimitExceeded', message: rate },
        { ...own, code: 'InternalError', message: 'm' },
      ],
      specificationTime,
    );
    assert.deepEqual(
      text.split('\n').filter((line) => line.startsWith('Insight')),
      [`Insight:    ${toldRate}`],
    );
  });
});
