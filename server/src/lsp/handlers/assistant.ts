import {
  explainForAssistantRequest,
  type ExplainForAssistantParams,
  type ExplainForAssistantResult,
} from '../protocol';
import { onCustomRequest, type ServerContext } from '../session/serverContext';

/** Explains texts and files to language models. */
export function registerAssistant(context: ServerContext): void {
  const { configurations, documents } = context;

  onCustomRequest<ExplainForAssistantParams, ExplainForAssistantResult | null>(
    context,
    explainForAssistantRequest,
    { feature: 'assistant', fallback: null },
    async ({ text, uri }) => {
      const configuration = await (uri === undefined ? configurations.get() : configurations.request(uri));
      const { document, service, tooLarge } = documents.getFile(uri ?? '', text, configuration);
      if (tooLarge) {
        return { tooLarge };
      }
      const said = service.explainForAssistant(document);
      return said === undefined ? null : { text: said };
    },
  );
}
