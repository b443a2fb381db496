import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, type Connection } from 'vscode-languageserver/node';
import { Configurations, defaultConfiguration } from '../../server/src/lsp/session/configuration';
import { Deferred, inTime } from '../support/deadline';
import { LanguageServer } from '../support/languageServer';

const capabilities = { workspace: { configuration: true } };
const initial = { product: 'initial' };

/** A client that answers when it is told to. */
class SlowClient {
  readonly asked: Deferred<unknown>[] = [];
  readonly connection = {
    workspace: {
      getConfiguration: () => {
        const answer = new Deferred<unknown>();
        this.asked.push(answer);
        return answer.promise;
      },
    },
  } as unknown as Connection;
}

describe('settings of a client that is slow to answer', () => {
  let client: SlowClient;

  beforeEach(() => (client = new SlowClient()));

  const configurations = (patience?: number): Configurations =>
    new Configurations(
      client.connection,
      { capabilities, initializationOptions: initial },
      () => Promise.resolve(undefined),
      patience,
    );

  it('are waited for', async () => {
    const settings = configurations();
    const answer = settings.get('a');
    client.asked[0]?.resolve({ product: 'cvm' });
    assert.equal((await answer).product, 'cvm');
    assert.equal(await settings.get('a'), await answer);
    assert.equal(client.asked.length, 1);
  });

  it('are the initial ones in the end', async () => {
    const settings = configurations(1);
    assert.deepEqual(await settings.get('a'), { ...defaultConfiguration, ...initial });
    assert.equal((await settings.request('b')).product, 'initial');
  });

  it('count as soon as they arrive', async () => {
    const settings = configurations(1);
    const noticed = new Deferred<null>();
    settings.onLateAnswer(() => noticed.resolve(null));
    assert.equal((await settings.get('a')).product, 'initial');
    client.asked[0]?.resolve({ product: 'cvm' });
    await inTime('the late answer', noticed.promise);
    assert.equal((await settings.get('a')).product, 'cvm');
    assert.equal(client.asked.length, 1);
  });

  it('do not count if they arrive after newer ones', async () => {
    const settings = configurations(1);
    let late = 0;
    settings.onLateAnswer(() => late++);
    await settings.get('a');
    settings.changed(null);
    const newer = settings.get('a');
    client.asked[1]?.resolve({ product: 'new' });
    assert.equal((await newer).product, 'new');
    client.asked[0]?.resolve({ product: 'old' });
    await client.asked[0]?.promise;
    assert.equal((await settings.get('a')).product, 'new');
    assert.equal(late, 0);
  });

  it('do not keep a request waiting that is cancelled', async () => {
    const asked = new Deferred<null>();
    const server = await LanguageServer.start({
      settingsOf: () => {
        asked.resolve(null);
        return new Promise(() => undefined);
      },
    });
    await inTime('workspace/configuration', asked.promise);
    const cancellation = new CancellationTokenSource();
    const answer = server.request('apiResponse/codes', undefined, cancellation.token);
    cancellation.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
    assert.equal(await server.stop(), 0);
  });
});
