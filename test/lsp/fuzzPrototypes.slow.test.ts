import assert from 'node:assert/strict';
import { run } from '../cli/run';
import { LanguageServer } from '../support/languageServer';
import { assertMeansNothing, lookalike, prototypeNames } from '../support/prototypeNames';

const start = { line: 0, character: 0 };
const end = { line: 1000, character: 0 };
const time = { epoch: 0, offset: 0 };

/** All answers of a server when a name is used wherever possible. */
async function answersOf(name: string): Promise<unknown> {
  const named = (value: unknown): unknown => JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);
  const server = await LanguageServer.start({
    initializationOptions: {
      ...(named({
        diagnostics: { enabled: false },
        hover: { enabled: false },
        codeLens: { enabled: false },
      }) as object),
      commands: true,
      inlayHints: { enabled: true },
      codeLens: named({ enabled: false }),
      symbols: named({ enabled: false }),
      completion: named({ enabled: false }),
      hover: named({ enabled: false }),
      diagnostics: named({ enabled: false }),
      rules: named('error'),
      product: name,
      supportTemplate: `[{{${name}}}{{code.${name}}}] {{code}}`,
    },
  });
  const text = `{"Response":{"Error":{"Code":"${name}","Message":"${name}","${name}":1},"RequestId":1},"${name}":2}`;
  const answers: unknown[] = [];
  for (const uri of [name, `file:///w/${name}.json`]) {
    await server.open(uri, text);
    await server.change(uri, { range: { start, end: start }, text: ' ' });
    answers.push(
      await server.diagnostics(uri),
      await server.hover(uri, { line: 0, character: text.indexOf(name) }),
      await server.request('textDocument/codeLens', { textDocument: { uri } }),
      await server.request('textDocument/inlayHint', { textDocument: { uri }, range: { start, end } }),
      await server.request('textDocument/completion', {
        textDocument: { uri },
        position: { line: 0, character: text.indexOf(name) + 1 },
      }),
      await server.request('apiResponse/envelopes', { uri, position: start }),
      await server.request('apiResponse/ticket', { uri, index: 0, file: name, time }),
      await server.request('apiResponse/ticket', { uri, index: name, file: name, time }),
    );
    await server.close(uri);
    answers.push(await server.diagnostics(uri));
  }
  answers.push(
    await server.request('completionItem/resolve', { label: name, data: { code: name, product: name } }),
    await server.request('completionItem/resolve', { label: name, data: named({ code: name, product: name }) }),
    await server.request('apiResponse/explain', { code: name }),
    await server.request('apiResponse/explain', named({ code: 'InternalError' })),
    await server.request(name).catch((error: unknown) => String(error)),
  );
  await server.notify('workspace/didChangeConfiguration', { settings: named({ diagnostics: { enabled: false } }) });
  assert.equal(await server.stop(), 0);
  return answers;
}

describe('names of built-in JavaScript properties', () => {
  for (const name of prototypeNames) {
    it(`mean nothing to the language server: ${name}`, async () => {
      const [ofName, ofLookalike] = await Promise.all([answersOf(name), answersOf(lookalike(name))]);
      assertMeansNothing(name, ofName, ofLookalike);
    });
  }

  it('mean nothing to the command line', async () => {
    for (const name of ['__proto__', 'constructor']) {
      const outcomes = async (own: string): Promise<unknown> => {
        const stdin = `{"${own}":{"Response":{"Error":{"Code":"${own}","Message":"m","${own}":1},"RequestId":1}}}`;
        const lines = [
          ['explain', own, '--product', own],
          ['explain', own, '--format', 'json'],
          ['check', '--format', 'json', '--product', own, '--stdin-filename', `${own}.json`, '-'],
          ['check', '--declared', own, '--stdin-filename', own, '-'],
          ['check', '--rule', `${own}=error`, '-'],
          ['check', '--rule', `empty-error=${own}`, '-'],
          [own],
          ['check', `--${own}=1`, '-'],
        ];
        const all: unknown[] = [];
        for (const args of lines) {
          all.push(await run(args, { stdin }));
        }
        return all;
      };
      const [ofName, ofLookalike] = await Promise.all([outcomes(name), outcomes(lookalike(name))]);
      assertMeansNothing(name, ofName, ofLookalike);
    }
  });
});
