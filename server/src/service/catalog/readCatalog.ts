import { createScanner, parseTree, SyntaxKind, type Node, type ParseError } from 'jsonc-parser';
import type { Localizer } from '../base/localizer';
import type { Span } from '../base/span';
import type { Fault, Retry } from '../base/verdict';
import { isCode } from './code';
import type { CatalogData, Codes, EntryData } from './entry';

/** An error in a catalog file. */
export interface CatalogProblem {
  readonly span: Span;
  readonly message: string;
}

/** The valid part of a catalog file, and its problems. */
export interface ReadCatalog {
  /** Undefined if nothing can be used. */
  readonly data: CatalogData | undefined;
  readonly problems: readonly CatalogProblem[];
}

/** Deeper than the schema goes. `parseTree` is recursive, so deep nesting would overflow the stack. */
const maxDepth = 20;

const faults: readonly Fault[] = ['caller', 'account', 'service', 'network'];
const retries: readonly Retry[] = ['no', 'after-fixing', 'backoff', 'at-once'];

/**
 * Reads a catalog file as in error-codes.schema.json. Reports and drops what is invalid, and uses the rest. Never
 * throws.
 */
export function readCatalog(text: string, l10n: Localizer): ReadCatalog {
  return new CatalogReader(text, l10n).read();
}

class CatalogReader {
  private readonly problems: CatalogProblem[] = [];

  constructor(
    private readonly text: string,
    private readonly l10n: Localizer,
  ) {}

  read(): ReadCatalog {
    const root = this.parse();
    const data = root && this.catalog(root);
    return { data, problems: this.problems };
  }

  private parse(): Node | undefined {
    const tooDeep = findTooDeep(this.text);
    if (tooDeep) {
      this.problems.push({ span: tooDeep, message: this.l10n.t('This is nested too deeply for a catalog.') });
      return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(this.text, errors, { disallowComments: true });
    const [error] = errors;
    if (error) {
      const span = { offset: error.offset, length: error.length };
      this.problems.push({ span, message: this.l10n.t('This file is not valid JSON: none of its codes are used.') });
      return undefined;
    }
    return root;
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

  private textOf(node: Node): string | undefined {
    const value: unknown = node.value;
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    this.report(node, this.l10n.t('This must be a string that is not empty.'));
    return undefined;
  }

  private texts(node: Node): string[] | undefined {
    if (node.type !== 'array') {
      this.report(node, this.l10n.t('This must be an array of strings.'));
      return undefined;
    }
    const found = (node.children ?? []).flatMap((item) => this.textOf(item) ?? []);
    return found.length > 0 ? found : undefined;
  }

  private oneOf<T extends string>(node: Node, values: readonly T[]): T | undefined {
    const found = values.find((value) => value === node.value);
    if (found === undefined) {
      this.report(node, this.l10n.t('This must be one of {0}.', values.map((value) => `"${value}"`).join(', ')));
    }
    return found;
  }

  private flag(node: Node): boolean | undefined {
    const value: unknown = node.value;
    if (typeof value === 'boolean') {
      return value;
    }
    this.report(node, this.l10n.t('This must be `true` or `false`.'));
    return undefined;
  }

  private link(node: Node): string | undefined {
    const value: unknown = node.value;
    if (typeof value === 'string' && value.startsWith('https://')) {
      return value;
    }
    this.report(node, this.l10n.t('This must be a URL that begins with https://.'));
    return undefined;
  }

  /** The members of an object; of duplicates the last. Reports the problem if the node is not an object. */
  private members(node: Node, problem: string): Map<string, Node> {
    const found = new Map<string, Node>();
    if (node.type !== 'object') {
      this.report(node, problem);
    }
    for (const { children: [key, value] = [] } of node.type === 'object' ? (node.children ?? []) : []) {
      if (key && value) {
        found.set(key.value as string, value);
      }
    }
    return found;
  }

  private report({ offset, length, type }: Node, message: string): void {
    const isLong = type === 'object' || type === 'array';
    this.problems.push({ span: { offset, length: isLong ? 1 : length }, message });
  }
}

function isProduct(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}

/** The first bracket that exceeds the maximum depth. */
function findTooDeep(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      depth++;
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      depth--;
    }
    if (depth > maxDepth) {
      return { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
    }
  }
  return undefined;
}
