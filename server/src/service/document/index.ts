/** A document, and the API responses in it. */
export { ApiResponseDocument, type DocumentText, type TextSource } from './apiResponseDocument';
export { ForwardDocument } from './forwardDocument';
export { parseDocument } from './parseDocument';
export { rangeOf } from './range';
