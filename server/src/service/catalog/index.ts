import { trimCode } from './code';
import type { CatalogData, Codes, Entry, Scope } from './entry';
import { maxCodeLength, nearestSpellings } from './nearestSpellings';

export { trimCode } from './code';
export type { CatalogData, Codes, Entry, EntryData, Fault, Retry, Scope } from './entry';

/** How a code met the catalog: as it stands, trimmed of blanks and dots, through a parent, or not at all. */
export type CodeMatch =
  | { readonly kind: 'exact' | 'trimmed' | 'parent'; readonly entry: Entry; readonly code: string }
  | { readonly kind: 'none'; readonly code: string };

/** A file's content, and whose codes they are where the file itself names no product. */
export interface CatalogFile {
  readonly scope: Scope;
  readonly data: CatalogData;
}

/** How many codes' misspellings are remembered at a time. */
const maxKnown = 1000;

/** What an entry is said to borrow; the rest is facts. */
const borrowed = ['description', 'meaning', 'causes', 'steps'] as const;

/** Everything that is known of error codes. Built once; looked up often. Of two files that say the same the later counts. */
export class Catalog {
  private readonly shared = new Map<string, Entry>();
  private readonly products = new Map<string, Map<string, Entry>>();
  /** Entries with the general one's help, as far as they were asked for. */
  private readonly whole = new Map<Entry, Entry>();
  /** The products that use a code. Made when it is first needed, since most codes are common. */
  private users: ReadonlyMap<string, readonly string[]> | undefined;
  /** What `misspellings` found out, since documents repeat their codes. */
  private readonly known = new Map<string, readonly string[]>();

  constructor(files: readonly CatalogFile[]) {
    for (const { scope, data } of files) {
      if (data.codes) {
        this.add(data.codes, scope, data.product);
      }
      for (const [product, { codes }] of Object.entries(data.products ?? {})) {
        this.add(codes, 'product', product);
      }
    }
  }

  /** All entries, common codes first, in the order of their files. */
  entries(): Entry[] {
    const all = [this.shared, ...this.products.values()].flatMap((entries) => [...entries.values()]);
    return all.map((entry) => this.completed(entry));
  }

  /** One entry for each code that an action of a product may return; where no product is given, of any. */
  codes(product = ''): Entry[] {
    const products = product === '' ? [...this.products.keys()] : [product];
    const all = [this.shared, ...products.flatMap((each) => this.products.get(each) ?? [])];
    const codes = new Set(all.flatMap((entries) => [...entries.keys()]));
    return [...codes].flatMap((code) => this.get(code, product) ?? []);
  }

  /** The entry of a code: the given product's, else the common one, else another product's. */
  get(code: string, product = ''): Entry | undefined {
    return this.own(code, product) ?? this.ofProduct(this.productsWith(code)[0] ?? '', code);
  }

  /** What the products say of a code, the given one first; none for a common code, of which every product has its view. */
  ofProducts(code: string, product = ''): Entry[] {
    const scope = this.shared.get(code)?.scope;
    const products = scope === 'common' || scope === 'sdk' ? [product] : [product, ...this.productsWith(code)];
    return [...new Set(products)].flatMap((each) => this.ofProduct(each, code) ?? []);
  }

  /** Whether a product has its own meaning of a code, or of one that the code belongs to. */
  isOfProducts(code: string): boolean {
    for (let end = code.length; end > 0; end = code.lastIndexOf('.', end - 1)) {
      if (this.productsWith(code.slice(0, end)).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Parents are common codes and families, or entries of the product; never another product's. */
  match(code: string, product = ''): CodeMatch {
    const exact = this.get(code, product);
    if (exact) {
      return { kind: 'exact', entry: exact, code };
    }
    const trimmed = trimCode(code);
    const whole = trimmed === code ? undefined : this.get(trimmed, product);
    if (whole) {
      return { kind: 'trimmed', entry: whole, code: trimmed };
    }
    const parent = this.parent(trimmed, product);
    return parent ? { kind: 'parent', entry: parent, code: trimmed } : { kind: 'none', code: trimmed };
  }

  /** Known codes that a code may be a slip of, nearest first: at most five. Empty where it is known as it stands. */
  misspellings(match: CodeMatch, product = ''): readonly string[] {
    // Long texts have no near spelling, and would fill the memory while somebody edits one.
    if (match.kind === 'exact' || match.kind === 'trimmed' || match.code.length > maxCodeLength) {
      return [];
    }
    const key = `${product} ${match.code}`;
    let spellings = this.known.get(key);
    if (!spellings) {
      const codes = [...this.shared.keys(), ...(this.products.get(product)?.keys() ?? [])];
      spellings = nearestSpellings(match.code, codes, match.kind === 'none' ? 2 : 1);
      if (this.known.size >= maxKnown) {
        this.known.clear();
      }
      this.known.set(key, spellings);
    }
    return spellings;
  }

  private add(codes: Codes, scope: Scope, product?: string): void {
    const isProduct = product !== undefined;
    const entries = isProduct ? this.entriesOf(product) : this.shared;
    for (const [code, value] of Object.entries(codes)) {
      const said = typeof value === 'string' ? { description: value } : value;
      const own = isProduct ? { scope: 'product' as const, product } : { scope };
      entries.set(code, { description: '', ...entries.get(code), ...said, code, ...own });
    }
  }

  private entriesOf(product: string): Map<string, Entry> {
    const entries = this.products.get(product) ?? new Map<string, Entry>();
    this.products.set(product, entries);
    return entries;
  }

  private own(code: string, product: string): Entry | undefined {
    const shared = this.shared.get(code);
    return this.ofProduct(product, code) ?? (shared && this.completed(shared));
  }

  private ofProduct(product: string, code: string): Entry | undefined {
    const entry = this.products.get(product)?.get(code);
    return entry && this.completed(entry);
  }

  /** What an entry leaves out holds as its general one has it: the common entry of the same code, or its nearest parent. */
  private completed(entry: Entry): Entry {
    let whole = this.whole.get(entry);
    if (!whole) {
      const same = entry.scope === 'product' ? this.shared.get(entry.code) : undefined;
      const general = same ?? this.parent(entry.code, '');
      whole = general ? fill(entry, general) : entry;
      this.whole.set(entry, whole);
    }
    return whole;
  }

  private parent(code: string, product: string): Entry | undefined {
    for (let end = code.lastIndexOf('.'); end > 0; end = code.lastIndexOf('.', end - 1)) {
      const entry = this.own(code.slice(0, end), product);
      if (entry) {
        return entry;
      }
    }
    return undefined;
  }

  private productsWith(code: string): readonly string[] {
    this.users ??= usersOf(this.products);
    return this.users.get(code) ?? [];
  }
}

function fill(entry: Entry, general: Entry): Entry {
  const borrows = borrowed.some((field) => !entry[field] && general[field]);
  const description = entry.description || general.description;
  return { ...general, ...entry, description, ...(borrows ? { general: general.code } : {}) };
}

function usersOf(products: ReadonlyMap<string, ReadonlyMap<string, Entry>>): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const [product, entries] of products) {
    for (const code of entries.keys()) {
      const known = users.get(code);
      if (known) {
        known.push(product);
      } else {
        users.set(code, [product]);
      }
    }
  }
  return users;
}
