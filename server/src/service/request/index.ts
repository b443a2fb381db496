/** What is known of the call that a response answers. */
export type { RequestContext } from './requestFields';
export { RequestFinder } from './requestFinder';
