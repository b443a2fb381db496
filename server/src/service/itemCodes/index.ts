/** Finds codes inside the payloads of responses: of items of a batch, and of asynchronous jobs. */
export {
  createItemCodeFinder,
  itemCodesOf,
  itemFailure,
  itemFailureAt,
  shiftItemCodes,
  type ItemCodeFinder,
  type ItemCodes,
} from './itemCodes';
