import {
  createTicket,
  explain,
  explanationToMarkdown,
  flatten,
  rangeOf,
  scopeLabel,
  TemplateError,
  type Catalog,
  type Envelope,
} from '../service';
import type { OpenDocument } from './documents';
import type {
  CodeSummary,
  EnvelopesParams,
  EnvelopeSummary,
  ExplainParams,
  ExplainResult,
  TicketParams,
  TicketResult,
} from './protocol';

export function listEnvelopes(open: OpenDocument | undefined, { position }: EnvelopesParams): EnvelopeSummary[] {
  if (!open) {
    return [];
  }
  const offset = open.document.offsetAt(position);
  // The innermost of those that hold each other begins last.
  const { envelopes } = flatten(open.parts);
  const atCursor = envelopes.map((envelope) => contains(envelope, offset)).lastIndexOf(true);
  return envelopes.map((envelope, index) => ({
    index,
    status: envelope.status,
    code: envelope.code?.value ?? null,
    requestId: envelope.requestId?.value ?? null,
    range: rangeOf(open.document, envelope.span),
    atCursor: index === atCursor,
  }));
}

function contains({ span }: Envelope, offset: number): boolean {
  return offset >= span.offset && offset <= span.offset + span.length;
}

export function ticket(catalog: Catalog, open: OpenDocument | undefined, params: TicketParams): TicketResult | null {
  const envelope = open && flatten(open.parts).envelopes[params.index];
  if (!envelope) {
    return null;
  }
  const { document, configuration } = open;
  try {
    const { text, removed } = createTicket(catalog, {
      text: document.getText(),
      envelope,
      file: params.file,
      line: document.positionAt(envelope.span.offset).line + 1,
      time: params.time,
      template: configuration.supportTemplate,
      product: configuration.product,
    });
    return { text, removed };
  } catch (error) {
    if (error instanceof TemplateError) {
      return { problem: error.message };
    }
    throw error;
  }
}

export function codes(catalog: Catalog): CodeSummary[] {
  return catalog.entries().map((entry) => ({
    code: entry.code,
    description: entry.description,
    detail: scopeLabel(entry),
  }));
}

export function explanation(catalog: Catalog, { code }: ExplainParams): ExplainResult {
  return { markdown: explanationToMarkdown(explain(catalog, code)) };
}
