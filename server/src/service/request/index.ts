/** Finds out which call a response answers. */
export type { RequestContext } from './requestFields';
export { RequestFinder } from './requestFinder';
