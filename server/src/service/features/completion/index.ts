export { doComplete } from './completion';
export { doResolve } from './items';
