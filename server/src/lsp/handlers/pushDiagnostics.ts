import type { Diagnostic } from 'vscode-languageserver';
import { guardRequest } from '../session/guardRequest';
import type { ServerContext } from '../session/serverContext';
import { diagnosticsOf } from './diagnostics';

/** Milliseconds between the last edit and the push. */
const debounceDelay = 150;

/**
 * Pushes diagnostics to clients that do not pull them: debounced, with the version they belong to, and cleared when the
 * document is closed. A publish replaces everything shown for a document, so the problems of a catalog or project
 * file are included.
 */
export function registerDiagnosticsPush(context: ServerContext): void {
  const { catalogs, connection, documents, projectFiles, refresh } = context;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const cancel = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };

  const problemsOf = (uri: string): Diagnostic[] => [...catalogs.problemsOf(uri), ...projectFiles.problemsOf(uri)];

  const push = async (uri: string): Promise<void> => {
    const open = await documents.get(uri);
    if (open) {
      const { version } = open.document.text;
      const diagnostics = [...diagnosticsOf(open), ...problemsOf(uri)];
      await connection.sendDiagnostics({ uri, version, diagnostics });
    }
  };

  const schedule = (uri: string): void => {
    cancel(uri);
    const run = (): void => {
      timers.delete(uri);
      void guardRequest(connection.console, { feature: 'diagnostics', fallback: undefined }, () => push(uri));
    };
    timers.set(uri, setTimeout(run, debounceDelay));
  };

  documents.texts.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.texts.onDidClose(({ document: { uri } }) => {
    cancel(uri);
    void connection.sendDiagnostics({ uri, diagnostics: problemsOf(uri) });
  });
  refresh.onRefresh(() => documents.texts.keys().forEach(schedule));
}
