import {
  codesRequest,
  explainRequest,
  explainTextRequest,
  type CodesParams,
  type CodeSummary,
  type ExplainParams,
  type ExplainResult,
  type ExplainTextParams,
} from '../protocol';
import { onCustomRequest, type ServerContext } from '../session/serverContext';

/** Explains codes, failures and arbitrary text, and lists the known codes. */
export function registerExplain(context: ServerContext): void {
  const { configurations, documents, services } = context;

  onCustomRequest<CodesParams | null, CodeSummary[]>(
    context,
    codesRequest,
    { feature: 'codes', fallback: [] },
    async (params) => {
      const service = services.for(await configurations.get());
      const text: unknown = params?.containing;
      return typeof text === 'string' ? service.findCodes(text) : service.listCodes();
    },
  );

  onCustomRequest<ExplainParams, ExplainResult | null>(
    context,
    explainRequest,
    { feature: 'explain', fallback: null },
    async ({ code, place }) => {
      const service = services.for(await configurations.get(place?.uri));
      const open = place && (await documents.get(place.uri));
      const failure = open && service.explainFailureAt(open.document, place.position, code);
      return { markdown: failure ?? service.explanationMarkdown(service.explainCode(code)) };
    },
  );

  onCustomRequest<ExplainTextParams, ExplainResult | null>(
    context,
    explainTextRequest,
    { feature: 'explain text', fallback: null },
    async ({ text }) => {
      const markdown = services.for(await configurations.get()).explainText(text);
      return markdown === undefined ? null : { markdown };
    },
  );
}
