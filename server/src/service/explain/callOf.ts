import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { deniedAction } from '../insights/camDenial';
import type { RequestContext } from '../request';

/** What is known of the call that a response answers: from the text around it, and from its message. */
export function callOf(document: ApiResponseDocument, envelope: Envelope): RequestContext {
  return withDeniedAction(document.requestOf(envelope), envelope.message?.value);
}

/**
 * A request, completed by the CAM action that a message says was denied. The two are only combined if they do not
 * contradict each other: what was denied may be another call that the service made.
 */
export function withDeniedAction(request: RequestContext, message = ''): RequestContext {
  const [product, name = ''] = deniedAction(message)?.split(':') ?? [];
  const action = name === '*' ? request.action : name;
  const isSame = (request.product ?? product) === product && (request.action ?? action) === action;
  return product !== undefined && isSame ? { ...request, product, ...(action ? { action } : {}) } : request;
}
