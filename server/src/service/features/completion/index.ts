export { doComplete } from './completion';
export { CompletionItems, doResolve } from './items';
