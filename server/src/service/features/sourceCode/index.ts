/** The features for error codes in source code. */
export { completeInSource } from './completion';
export { sourceFindings } from './findings';
export { explainInSource, hoverInSource } from './hover';
