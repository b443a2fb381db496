import { languageWithId } from '../../service';
import { answerAbout, type ServerContext } from '../session/serverContext';

/** Lists the responses of a document, for languages that editors do not outline themselves. */
export function registerDocumentSymbols(context: ServerContext): void {
  context.connection.onDocumentSymbol(({ textDocument }, token) =>
    answerAbout(
      context,
      textDocument.uri,
      { feature: 'symbols', fallback: [], token },
      ({ configuration, document, service }) => {
        const isOutlined = languageWithId(document.text.languageId)?.outlinedByEditor === true;
        return configuration.symbols && !isOutlined ? service.findDocumentSymbols(document) : [];
      },
    ),
  );
}
