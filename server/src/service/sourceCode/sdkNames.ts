/** What every file that uses an SDK, the API itself or the Terraform provider has somewhere, in any case. */
const sdkName = /tencentcloud(?:[./\\:]|api|-?sdk|"\s{0,9}\{)|tencentcloudstack\/tencentcloud\b/i;

/** A package of an SDK, as in `tencentcloud/cvm/v20170312`, `com.tencentcloudapi.cvm.v20170312` and `TencentCloud::Cvm::V20170312`. */
const productPackage =
  /\btencentcloud(?:api)?[./\\:]{1,2}(?:services[./\\:]{1,2})?([a-z][a-z0-9]{1,39})[./\\:]{1,2}v20\d{6}\b/gi;

/** A package of the SDKs for Node.js and Ruby that has one product. */
const packageOfProduct = /\btencentcloud-sdk-(?:nodejs-)?([a-z][a-z0-9]{1,39})\b/g;

/** The host of a product, which may name a region too. */
const productHost =
  /\b([a-z][a-z0-9]{1,39})(?:\.[a-z]{2,9}-[a-z0-9-]{1,30}|\.intl|\.internal)?\.tencentcloudapi\.com\b/g;

/** What follows `tencentcloud-sdk-` and is no product. */
const noProducts: ReadonlySet<string> = new Set([
  'go',
  'python',
  'java',
  'nodejs',
  'php',
  'dotnet',
  'cpp',
  'ruby',
  'common',
  'intl',
]);

/** Whether a source file uses a Tencent Cloud SDK, or calls the API itself. Cheap. */
export function namesSdk(text: string): boolean {
  return sdkName.test(text);
}

/** The products whose packages or hosts a source file names, in the order of the text. */
export function productsNamedIn(text: string): string[] {
  const found = [productPackage, packageOfProduct, productHost].flatMap((expression) =>
    Array.from(text.matchAll(expression), ([, product = '']) => product.toLowerCase()),
  );
  return [...new Set(found)].filter((product) => !noProducts.has(product));
}
