import { rangeOf, type Envelope } from '../../service';
import { envelopesRequest, type EnvelopesParams, type EnvelopeSummary } from '../protocol';
import type { OpenDocument } from '../session/documents';
import { onCustomRequest, type ServerContext } from '../session/serverContext';

/** Lists the envelopes of a text. */
export function registerEnvelopes(context: ServerContext): void {
  onCustomRequest<EnvelopesParams, EnvelopeSummary[]>(
    context,
    envelopesRequest,
    { feature: 'envelopes', fallback: [] },
    async (params) => {
      const open = await context.documents.getSource(params);
      return open ? listEnvelopes(open, params) : [];
    },
  );
}

function listEnvelopes({ document }: OpenDocument, { position }: EnvelopesParams): EnvelopeSummary[] {
  const offset = position ? document.text.offsetAt(position) : -1;
  const envelopes = document.envelopes();
  // Of nested envelopes the innermost begins last.
  const atCursor = envelopes.map((envelope) => contains(envelope, offset)).lastIndexOf(true);
  return envelopes.map((envelope, index) => ({
    index,
    status: envelope.status,
    code: envelope.code?.value ?? null,
    requestId: envelope.requestId?.value ?? null,
    range: rangeOf(document.text, envelope.span),
    codeRange: envelope.code ? rangeOf(document.text, envelope.code.span) : null,
    atCursor: index === atCursor,
  }));
}

function contains({ span }: Envelope, offset: number): boolean {
  return offset >= span.offset && offset <= span.offset + span.length;
}
