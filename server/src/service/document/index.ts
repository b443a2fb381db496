/** A document, and the API responses in it. */
export { ApiResponseDocument, type DocumentText, type TextSource } from './apiResponseDocument';
export { ForwardDocument, type EnvelopeWithItems } from './forwardDocument';
export { parseDocument } from './parseDocument';
export { rangeOf } from './range';
