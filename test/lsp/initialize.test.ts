import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  InitializeResult,
  RegistrationParams,
  UnregistrationParams,
} from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { Deferred, inTime } from '../support/deadline';
import { LanguageServer, pulling, notPulling } from '../support/languageServer';

const serverInfo = { name: 'api-response-language-server', version };
const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
const basics = {
  positionEncoding: 'utf-16',
  textDocumentSync: 2,
  hoverProvider: true,
  codeLensProvider: {},
  inlayHintProvider: true,
  completionProvider: { triggerCharacters: ['"', ':', "'", '.'], resolveProvider: true },
};

describe('language server: initialize', () => {
  const initialize = async (capabilities: ClientCapabilities): Promise<InitializeResult> => {
    const server = await LanguageServer.start({ capabilities });
    assert.equal(await server.stop(), 0);
    return server.initialized;
  };

  it('offers pull diagnostics to clients that support them', async () => {
    assert.deepEqual(await initialize(pulling), { serverInfo, capabilities: { ...basics, diagnosticProvider } });
  });

  it('does not offer pull diagnostics to other clients', async () => {
    assert.deepEqual(await initialize(notPulling), { serverInfo, capabilities: basics });
  });

  it('offers code actions to clients that support literals', async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };
    assert.deepEqual(await initialize({ textDocument: { codeAction } }), {
      serverInfo,
      capabilities: { ...basics, codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.apiResponse'] } },
    });
    assert.deepEqual(await initialize({ textDocument: { codeAction: {} } }), { serverInfo, capabilities: basics });
  });

  it('offers symbols to clients that support hierarchical ones', async () => {
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
    assert.deepEqual(await initialize({ textDocument: { documentSymbol } }), {
      serverInfo,
      capabilities: { ...basics, documentSymbolProvider: true },
    });
  });

  it('registers symbols dynamically if supported, and again when settings change', async () => {
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true, dynamicRegistration: true };
    const server = await LanguageServer.start({ capabilities: { textDocument: { documentSymbol } } });
    assert.deepEqual(server.initialized.capabilities, basics);
    const log: string[] = [];
    let arrived = new Deferred<null>();
    const note = (what: string, done: boolean) => (params: Partial<RegistrationParams & UnregistrationParams>) => {
      for (const { id, method } of params.registrations ?? params.unregisterations ?? []) {
        log.push(`${what} ${method} ${ids.get(id) ?? ids.set(id, ids.size).size - 1}`);
      }
      if (done) {
        arrived.resolve(null);
      }
      return null;
    };
    const ids = new Map<string, number>();
    server.connection.onRequest('client/registerCapability', note('+', true));
    server.connection.onRequest('client/unregisterCapability', note('-', false));
    await inTime('client/registerCapability', arrived.promise);
    arrived = new Deferred();
    await server.notify('workspace/didChangeConfiguration', { settings: { apiResponse: {} } });
    await inTime('client/registerCapability', arrived.promise);
    assert.deepEqual(log, [
      '+ textDocument/documentSymbol 0',
      '- textDocument/documentSymbol 0',
      '+ textDocument/documentSymbol 1',
    ]);
    assert.equal(await server.stop(), 0);
  });

  it('follows changes of workspace folders', async () => {
    assert.deepEqual(await initialize({ ...pulling, workspace: { workspaceFolders: true } }), {
      serverInfo,
      capabilities: {
        ...basics,
        diagnosticProvider,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    });
  });

  it('keeps to UTF-16 whatever else the client could', async () => {
    const { capabilities } = await initialize({ general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] } });
    assert.equal(capabilities.positionEncoding, 'utf-16');
  });

  it('registers for changes of its section if the client supports it', async () => {
    const workspace = { didChangeConfiguration: { dynamicRegistration: true } };
    const server = await LanguageServer.start({ capabilities: { ...pulling, workspace } });
    const registered = new Promise<RegistrationParams>((resolve) => {
      server.connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
        resolve(params);
        return null;
      });
    });
    const { registrations } = await inTime('client/registerCapability', registered);
    assert.deepEqual(
      registrations.map(({ method, registerOptions }) => ({ method, registerOptions: registerOptions as unknown })),
      [{ method: 'workspace/didChangeConfiguration', registerOptions: { section: 'apiResponse' } }],
    );
    assert.equal(await server.stop(), 0);
  });
});
