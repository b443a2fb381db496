import type { Node } from 'jsonc-parser';
import type { Localizer } from '../base/localizer';
import { TreeReader, type FileProblem } from '../base/treeReader';
import type { Fault, Retry } from '../base/verdict';
import { isCode, isProduct } from './code';
import type { CatalogData, Codes, EntryData } from './entry';

/** The valid part of a catalog file, and its problems. */
export interface ReadCatalog {
  /** Undefined if nothing can be used. */
  readonly data: CatalogData | undefined;
  readonly problems: readonly FileProblem[];
}

const faults: readonly Fault[] = ['caller', 'account', 'service', 'network'];
const retries: readonly Retry[] = ['no', 'after-fixing', 'backoff', 'at-once'];

/**
 * Reads a catalog file as in error-codes.schema.json. Reports and drops what is invalid, and uses the rest. Never
 * throws.
 */
export function readCatalog(text: string, l10n: Localizer): ReadCatalog {
  return new CatalogReader(text, l10n).read();
}

class CatalogReader extends TreeReader {
  read(): ReadCatalog {
    const root = this.parse(
      { disallowComments: true },
      {
        tooDeep: this.l10n.t('This is nested too deeply for a catalog.'),
        invalid: this.l10n.t('This file is not valid JSON: none of its codes are used.'),
      },
    );
    const data = root && this.catalog(root);
    return { data, problems: this.problems };
  }

  private catalog(root: Node): CatalogData | undefined {
    if (root.type !== 'object') {
      this.report(root, this.l10n.t('A catalog must be an object.'));
      return undefined;
    }
    const members = this.members(root, '');
    const version = members.get('schemaVersion');
    if (version?.value !== 1) {
      this.report(version ?? root, this.l10n.t('`schemaVersion` must be 1: none of the codes in this file are used.'));
      return undefined;
    }
    const codes = members.get('codes');
    const products = members.get('products');
    if (!codes && !products) {
      this.report(root, this.l10n.t('A catalog needs `codes`, or `products` with the codes of each.'));
      return undefined;
    }
    const name = members.get('product');
    const product = name && this.product(name);
    if (name && product === undefined) {
      return undefined;
    }
    return {
      schemaVersion: 1,
      ...(product === undefined ? {} : { product }),
      ...(codes ? { codes: this.codes(codes) } : {}),
      ...(products ? { products: this.products(products) } : {}),
    };
  }

  private product(node: Node): string | undefined {
    const name: unknown = node.value;
    if (typeof name === 'string' && isProduct(name)) {
      return name;
    }
    this.report(
      node,
      this.l10n.t(
        '`product` must be the first label of the API host, in lowercase, such as "cvm": none of the codes are used.',
      ),
    );
    return undefined;
  }

  private products(node: Node): NonNullable<CatalogData['products']> {
    const found: [string, { codes: Codes }][] = [];
    for (const [name, value] of this.members(node, this.l10n.t('`products` must be an object.'))) {
      const codes = this.members(value, this.l10n.t('A product must be an object with `codes`.')).get('codes');
      if (!isProduct(name)) {
        this.report(
          value,
          this.l10n.t('"{0}" is not a product: use the first label of its API host, in lowercase.', name),
        );
      } else if (codes) {
        found.push([name, { codes: this.codes(codes) }]);
      }
    }
    return Object.fromEntries(found);
  }

  private codes(node: Node): Codes {
    const found: [string, string | EntryData | null][] = [];
    for (const [code, value] of this.members(node, this.l10n.t('`codes` must be an object.'))) {
      const entry = this.entry(value);
      if (!isCode(code)) {
        this.report(
          value,
          this.l10n.t('"{0}" is not an error code: use segments joined by dots, without spaces.', code),
        );
      } else if (entry !== undefined) {
        found.push([code, entry]);
      }
    }
    return Object.fromEntries(found);
  }

  private entry(node: Node): string | EntryData | null | undefined {
    if (node.type === 'null') {
      return null;
    }
    if (node.type === 'string') {
      return this.textOf(node);
    }
    const members = this.members(node, this.l10n.t('A code needs a string, or an object with a `description`.'));
    const description = members.get('description');
    if (node.type !== 'object' || !description) {
      if (node.type === 'object') {
        this.report(node, this.l10n.t('A code needs a string, or an object with a `description`.'));
      }
      return undefined;
    }
    const text = this.textOf(description);
    const fields = [...members].map(([name, value]): [string, unknown] => [name, this.field(name, value)]);
    const entry = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    return text === undefined ? undefined : { ...entry, description: text };
  }

  private field(name: string, node: Node): unknown {
    switch (name) {
      case 'description':
        return undefined;
      case 'meaning':
        return this.textOf(node);
      case 'causes':
      case 'steps':
      case 'related':
        return this.texts(node);
      case 'fault':
        return this.oneOf(node, faults);
      case 'retry':
        return this.oneOf(node, retries);
      case 'vague':
        return this.flag(node);
      case 'url':
      case 'urlCn':
        return this.link(node);
      default:
        this.report(node, this.l10n.t('"{0}" is not a field of a code; it is ignored.', name));
        return undefined;
    }
  }

  private texts(node: Node): string[] | undefined {
    const found = this.items(node)?.map(({ value }) => value as string) ?? [];
    return found.length > 0 ? found : undefined;
  }

  private link(node: Node): string | undefined {
    const value: unknown = node.value;
    if (typeof value === 'string' && value.startsWith('https://')) {
      return value;
    }
    this.report(node, this.l10n.t('This must be a URL that begins with https://.'));
    return undefined;
  }
}
