import { guardRequest } from '../session/guardRequest';
import { answerAbout, type ServerContext } from '../session/serverContext';

/** Completes codes, members and whole responses. */
export function registerCompletion(context: ServerContext): void {
  const { connection, configurations, services } = context;
  connection.onCompletion(({ textDocument, position }, token) =>
    answerAbout(
      context,
      textDocument.uri,
      { feature: 'completion', fallback: [], token },
      ({ configuration, document, service }) =>
        configuration.completion ? service.doComplete(document, position) : [],
    ),
  );
  connection.onCompletionResolve((item, token) =>
    guardRequest(connection.console, { feature: 'completion item', fallback: item, token }, async () =>
      services.for(await configurations.get()).doResolve(item),
    ),
  );
}
