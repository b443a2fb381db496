/** A document, and all that it says about API responses. */
export { ApiResponseDocument, type DocumentText, type TextSource } from './apiResponseDocument';
export { parseDocument } from './parseDocument';
export { rangeOf } from './range';
