import { answerAbout, type ServerContext } from '../session/serverContext';

/** Shows what each code means, right after it. */
export function registerInlayHints(context: ServerContext): void {
  context.connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answerAbout(
      context,
      textDocument.uri,
      { feature: 'inlay hints', fallback: [], token },
      ({ configuration, document, service }) =>
        configuration.inlayHints ? service.getInlayHints(document, range) : [],
    ),
  );
}
