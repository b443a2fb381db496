import assert from 'node:assert/strict';
import type { ClientCapabilities, InitializeResult, RegistrationParams } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { inTime } from '../support/deadline';
import { LanguageServer, pulling, waiting } from '../support/languageServer';

const serverInfo = { name: 'api-response-language-server', version };
const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
const basics = { positionEncoding: 'utf-16', textDocumentSync: 2, hoverProvider: true };

describe('language server: initialize', () => {
  const initialize = async (capabilities: ClientCapabilities): Promise<InitializeResult> => {
    const server = await LanguageServer.start({ capabilities });
    assert.equal(await server.stop(), 0);
    return server.initialized;
  };

  it('offers diagnostics to clients that ask for them', async () => {
    assert.deepEqual(await initialize(pulling), { serverInfo, capabilities: { ...basics, diagnosticProvider } });
  });

  it('does not offer diagnostics to clients that wait for them', async () => {
    assert.deepEqual(await initialize(waiting), { serverInfo, capabilities: basics });
  });

  it('offers code actions to clients that take them', async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };
    assert.deepEqual(await initialize({ textDocument: { codeAction } }), {
      serverInfo,
      capabilities: { ...basics, codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.apiResponse'] } },
    });
    assert.deepEqual(await initialize({ textDocument: { codeAction: {} } }), { serverInfo, capabilities: basics });
  });

  it('follows the workspace folders of clients that have some', async () => {
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

  it('registers for changes of its own section, where the client lets it', async () => {
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
