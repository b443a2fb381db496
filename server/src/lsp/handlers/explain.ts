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
    async ({ code, place, product, pages }) => {
      const service = services.for(await configurations.get(place && 'uri' in place ? place.uri : undefined));
      const form = formOf(pages);
      const open = place && (await documents.getSource(place));
      const found = open && service.explainAt(open.document, place.position, code, form);
      return found ?? { markdown: service.explanationMarkdown(service.explainCode(code, product), form) };
    },
  );

  onCustomRequest<ExplainTextParams, ExplainResult | null>(
    context,
    explainTextRequest,
    { feature: 'explain text', fallback: null },
    async ({ text, pages }) => {
      const markdown = services.for(await configurations.get()).explainText(text, formOf(pages));
      return markdown === undefined ? null : { markdown };
    },
  );
}

function formOf(pages: boolean | undefined): 'page' | 'whole' {
  return pages === true ? 'page' : 'whole';
}
