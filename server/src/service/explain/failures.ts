import type { Span } from '../base/span';
import type { Catalog } from '../catalog';
import type { Envelope, ParsedText } from '../envelope/envelope';
import type { Settings } from '../context/settings';
import { requestsOf } from '../request/requests';
import type { RequestContext } from '../request/requestFields';
import { explain } from './explanation';

/** A failure, as far as a list of many tells of it. Empty texts stand for what is not known. */
export interface Failure {
  readonly span: Span;
  readonly code: string;
  readonly description: string;
  readonly message: string;
  readonly requestId: string;
  readonly product: string;
  readonly action: string;
  readonly region: string;
}

/** The failures of a text, in its order. */
export function failuresOf(text: string, { envelopes }: ParsedText, catalog: Catalog, settings: Settings): Failure[] {
  const isFailure = ({ status }: Envelope): boolean => status === 'failure';
  const requests = requestsOf(text, envelopes, isFailure);
  return envelopes
    .filter(isFailure)
    .map((envelope) => describe(envelope, requests.get(envelope) ?? {}, catalog, settings));
}

function describe(envelope: Envelope, request: RequestContext, catalog: Catalog, { product }: Settings): Failure {
  const code = envelope.code?.value.trim() ?? '';
  const { entry } = explain(catalog, code, request.product ?? product);
  return {
    span: envelope.span,
    code,
    description: entry?.description ?? '',
    message: envelope.message?.value.trim() ?? '',
    requestId: envelope.requestId?.value.trim() ?? '',
    product: request.product ?? product,
    action: request.action ?? '',
    region: request.region ?? '',
  };
}
