import { answerAbout, type ServerContext } from '../session/serverContext';

/** Explains what is at a position. */
export function registerHover(context: ServerContext): void {
  context.connection.onHover(({ textDocument, position }, token) =>
    answerAbout(
      context,
      textDocument.uri,
      { feature: 'hover', fallback: null, token },
      ({ configuration, document, service }) => (configuration.hover ? service.doHover(document, position) : null),
    ),
  );
}
