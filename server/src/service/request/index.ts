/** Finds out which call a response answers. */
export type { OldStyle, RequestContext } from './requestFields';
export { RequestFinder } from './requestFinder';
