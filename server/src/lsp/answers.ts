import {
  ChunkedText,
  createJointTicket,
  createTicket,
  currentLanguage,
  explain,
  explainFailureAt,
  explainText,
  explanationToMarkdown,
  failuresOf,
  flatten,
  policyDraft,
  rangeOf,
  scopeLabel,
  secretName,
  speaking,
  TemplateError,
  type Catalog,
  type Envelope,
  type Redacted,
} from '../service';
import type { Configuration } from './configuration';
import { diagnoseFile, type Knowledge } from './diagnostics';
import type { Documents, OpenDocument } from './documents';
import type {
  CheckParams,
  CheckResult,
  CodeSummary,
  EnvelopesParams,
  EnvelopeSummary,
  ExplainParams,
  ExplainResult,
  ExplainTextParams,
  JointTicketParams,
  PolicyParams,
  PolicyResult,
  StatusResult,
  TicketParams,
  TicketResult,
} from './protocol';

export function listEnvelopes(open: OpenDocument | undefined, { position }: EnvelopesParams): EnvelopeSummary[] {
  if (!open) {
    return [];
  }
  const offset = position ? open.document.offsetAt(position) : -1;
  // The innermost of those that hold each other begins last.
  const { envelopes } = flatten(open.parts);
  const atCursor = envelopes.map((envelope) => contains(envelope, offset)).lastIndexOf(true);
  return envelopes.map((envelope, index) => ({
    index,
    status: envelope.status,
    code: envelope.code?.value ?? null,
    requestId: envelope.requestId?.value ?? null,
    range: rangeOf(open.document, envelope.span),
    codeRange: envelope.code ? rangeOf(open.document, envelope.code.span) : null,
    atCursor: index === atCursor,
  }));
}

function contains({ span }: Envelope, offset: number): boolean {
  return offset >= span.offset && offset <= span.offset + span.length;
}

export function ticket(
  knowledge: Knowledge,
  open: OpenDocument | undefined,
  params: TicketParams,
): TicketResult | null {
  const envelopes = open ? flatten(open.parts).envelopes : [];
  const envelope = envelopes[params.index];
  if (!open || !envelope) {
    return null;
  }
  const { document, configuration } = open;
  return inTicketLanguage(knowledge, configuration, (catalog) =>
    createTicket(catalog, {
      text: document.getText(),
      envelope,
      envelopes,
      file: params.file,
      line: document.positionAt(envelope.span.offset).line + 1,
      time: params.time,
      template: configuration.supportTemplate,
      product: configuration.product,
    }),
  );
}

/** One ticket for many failures; what the catalog says of them is said again, since the ticket has its own language. */
export function jointTicket(
  knowledge: Knowledge,
  configuration: Configuration,
  { failures, time }: JointTicketParams,
): TicketResult {
  return inTicketLanguage(knowledge, configuration, (catalog) => {
    const described = failures.map((failure) => ({
      ...failure,
      description: explain(catalog, failure.code, failure.product).entry?.description ?? '',
    }));
    return createJointTicket(described, time);
  });
}

/** Makes a ticket in its language; what is said of it to the user is in the user's. */
function inTicketLanguage(
  { catalog, strings }: Knowledge,
  { ticketLanguage = currentLanguage() }: Configuration,
  make: (catalog: Catalog) => Redacted,
): TicketResult {
  try {
    const { text, removed } = speaking(ticketLanguage, strings(ticketLanguage), () => make(catalog(ticketLanguage)));
    return { text, removed: removed.map(secretName) };
  } catch (error) {
    if (error instanceof TemplateError) {
      return { problem: error.message };
    }
    throw error;
  }
}

/** A policy that would allow what the failure says was denied. */
export function policy(open: OpenDocument | undefined, { index }: PolicyParams): PolicyResult | null {
  const envelope = open ? flatten(open.parts).envelopes[index] : undefined;
  return envelope ? { policy: policyDraft(envelope) ?? null } : null;
}

export function codes(catalog: Catalog): CodeSummary[] {
  return catalog.codes().map((entry) => ({
    code: entry.code,
    description: entry.description,
    detail: scopeLabel(entry),
  }));
}

export function explanation(
  catalog: Catalog,
  { product }: Configuration,
  open: OpenDocument | undefined,
  { code, place }: ExplainParams,
): ExplainResult {
  const failure =
    open && place
      ? explainFailureAt(open.document, open.parts, open.document.offsetAt(place.position), code, catalog, product)
      : undefined;
  return { markdown: failure ?? explanationToMarkdown(explain(catalog, code, product)) };
}

export function explanationOfText(
  catalog: Catalog,
  { product }: Configuration,
  { text }: ExplainTextParams,
): ExplainResult | null {
  const markdown = explainText(text, catalog, product);
  return markdown === undefined ? null : { markdown };
}

export function status(open: OpenDocument | undefined): StatusResult {
  const envelopes = open?.parts.flatMap(({ responses }) => responses.envelopes) ?? [];
  return {
    responses: envelopes.length,
    failures: envelopes.filter(({ status }) => status === 'failure').length,
    tooLarge: open?.tooLarge === true,
  };
}

/** Checks a file as it would be if it were open. */
export function check(
  { uri, text }: CheckParams,
  documents: Documents,
  configuration: Configuration,
  knowledge: Knowledge,
): CheckResult {
  const responses = documents.readFile(uri, text, configuration);
  const document = new ChunkedText(uri, '', 0, text);
  return {
    diagnostics: diagnoseFile(document, text, responses, configuration, knowledge),
    responses: responses.envelopes.length,
    failures: failuresOf(text, responses, knowledge.catalog(), configuration).map(({ span, ...failure }) => ({
      ...failure,
      range: rangeOf(document, span),
    })),
  };
}
