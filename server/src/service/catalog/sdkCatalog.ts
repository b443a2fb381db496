import type { CatalogData, Codes } from './entry';
import { readGoSource } from './goSource';
import { readPythonSource } from './pythonSource';
import type { SourceCodes } from './sourceCodes';

/** The languages of the supported SDKs. */
export type SdkLanguage = 'go' | 'python';

/** The source file of an SDK with the error codes of one version of a product's API. */
export interface SdkSourcePlace {
  /** The folder with the SDK's products. */
  readonly sdk: string;
  readonly language: SdkLanguage;
  /** The product, named after the first label of its API host. */
  readonly product: string;
  /** The version of a product that is a Go module of its own, such as `v1.0.700`; else empty. */
  readonly moduleVersion: string;
  /** For example `2017-03-12`. */
  readonly apiVersion: string;
}

/** The error codes of one version of a product's API. */
export interface SdkSource {
  readonly product: string;
  readonly apiVersion: string;
  readonly codes: SourceCodes;
}

/** The content of a catalog file that was imported from an SDK. */
export type SdkCatalog = CatalogData & Required<Pick<CatalogData, 'products' | 'sdk'>>;

const languages: Readonly<Record<string, SdkLanguage>> = { 'errors.go': 'go', 'errorcodes.py': 'python' };

/** Packages that are not named after the product, since its name is a keyword of Python. */
const renamed: ReadonlyMap<string, string> = new Map([['autoscaling', 'as']]);

const productFolder = /^([a-z][a-z0-9-]{0,60})(?:@(v\d[\w.+-]{0,60}))?$/;
const versionFolder = /^v(\d{4})(\d\d)(\d\d)$/;

/** Parses a path with `/` as separator; undefined if it is not a source of error codes in an SDK. */
export function sdkSourcePlace(path: string): SdkSourcePlace | undefined {
  const segments = path.split('/');
  const [product = '', version = '', file = ''] = segments.slice(-3);
  const language = Object.hasOwn(languages, file) ? languages[file] : undefined;
  const [, name, moduleVersion = ''] = productFolder.exec(product) ?? [];
  const [, year, month, day] = versionFolder.exec(version) ?? [];
  if (language === undefined || name === undefined || year === undefined || segments.length < 4) {
    return undefined;
  }
  return {
    sdk: segments.slice(0, -3).join('/'),
    language,
    product: (language === 'python' && renamed.get(name)) || name,
    moduleVersion,
    apiVersion: `${year}-${month}-${day}`,
  };
}

/** Reads the error codes of a source file. Never throws. */
export function readSdkSource(language: SdkLanguage, text: string): SourceCodes {
  return language === 'go' ? readGoSource(text) : readPythonSource(text);
}

/** Merges sources into one catalog. Of two versions of a product's API the later one wins. */
export function sdkCatalog(language: SdkLanguage, version: string, sources: readonly SdkSource[]): SdkCatalog {
  const products = new Map<string, { apiVersion: string; codes: Map<string, string> }>();
  for (const { product, apiVersion, codes } of [...sources].sort(oldestFirst)) {
    const known = products.get(product) ?? { apiVersion, codes: new Map<string, string>() };
    known.apiVersion = apiVersion;
    for (const [code, description] of codes) {
      known.codes.set(code, description || (known.codes.get(code) ?? ''));
    }
    products.set(product, known);
  }
  return {
    schemaVersion: 1,
    note: 'Imported from an installed Tencent Cloud SDK, whose words the descriptions are.',
    sdk: { language, version },
    // `fromEntries` defines own properties, even for the name `__proto__`.
    products: Object.fromEntries(
      [...products]
        .sort(byName)
        .map(([product, { apiVersion, codes }]) => [product, { apiVersion, codes: codesOf(codes) }]),
    ),
  };
}

/** Reads the file of an import; undefined if it is damaged. Never throws. */
export function readSdkCatalog(text: string): CatalogData | undefined {
  try {
    const { products } = objectOf(JSON.parse(text));
    const isSound = Object.values(objectOf(products)).every((product) =>
      Object.values(objectOf(objectOf(product).codes)).every((each) => each === null || typeof each === 'string'),
    );
    return isSound ? { schemaVersion: 1, products: products as SdkCatalog['products'] } : undefined;
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('This is not an object.');
  }
  return value as Readonly<Record<string, unknown>>;
}

/** Compares two versions, for sorting. */
export function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

function codesOf(codes: SourceCodes): Codes {
  return Object.fromEntries([...codes].sort(byName).map(([code, description]) => [code, description || null]));
}

function oldestFirst(one: SdkSource, other: SdkSource): number {
  return compareVersions(one.apiVersion, other.apiVersion);
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
