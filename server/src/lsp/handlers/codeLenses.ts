import { answerAbout, type ServerContext } from '../session/serverContext';

/** Shows a line above each failure. */
export function registerCodeLenses(context: ServerContext): void {
  context.connection.onCodeLens(({ textDocument }, token) =>
    answerAbout(
      context,
      textDocument.uri,
      { feature: 'code lenses', fallback: [], token },
      ({ configuration, document, service }) => (configuration.codeLens ? service.getCodeLenses(document) : []),
    ),
  );
}
