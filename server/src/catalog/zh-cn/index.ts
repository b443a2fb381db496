import type { CatalogData, CatalogFile } from '../../service';
import common from './common.json';
import families from './families.json';
import cfw from './products/cfw.json';
import sdk from './sdk.json';

/** The codes that come with the product, explained in Chinese: data only, in a bundle of its own, since it is large. */
export const catalogFiles: readonly CatalogFile[] = [
  { scope: 'common', data: common as CatalogData },
  { scope: 'family', data: families as CatalogData },
  { scope: 'sdk', data: sdk as CatalogData },
  { scope: 'product', data: cfw as CatalogData },
];
