import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { deniedAction } from '../insights/camDenial';
import type { RequestContext } from '../request';

/**
 * What is known of the call that a response answers: from the text around it, else from the CAM action that its message
 * says was denied. The two are only combined if they do not contradict each other.
 */
export function callOf(document: ApiResponseDocument, envelope: Envelope): RequestContext {
  const request = document.requestOf(envelope);
  const [product, name = ''] = deniedAction(envelope.message?.value ?? '')?.split(':') ?? [];
  const action = name === '*' ? request.action : name;
  const isSame = (request.product ?? product) === product && (request.action ?? action) === action;
  return product !== undefined && isSame ? { ...request, product, ...(action ? { action } : {}) } : request;
}
