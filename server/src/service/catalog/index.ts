import { memoize } from '../base/memoize';
import { trimCode } from './code';
import type { CatalogData, Codes, Entry, Scope } from './entry';
import { maxCodeLength, nearestSpellings } from './nearestSpellings';
import { isUndecided, withoutVerdict } from './parent';

export { trimCode } from './code';
export type { CatalogData, Codes, Entry, EntryData, Scope } from './entry';

/** The match of a code: exact, after trimming whitespace and dots, through a parent, or none. */
export type CodeMatch =
  | { readonly kind: 'exact' | 'trimmed'; readonly entry: Entry; readonly code: string }
  | ParentMatch
  | { readonly kind: 'none'; readonly code: string };

/** Only a parent of the code is known. */
export interface ParentMatch {
  readonly kind: 'parent';
  readonly entry: Entry;
  readonly code: string;
  /** The rest of the code decides what it means, so that the entry has neither fault nor retry. */
  readonly undecided: boolean;
}

/** The content of a file, and the scope of its codes if it does not name a product. */
export interface CatalogFile {
  readonly scope: Scope;
  readonly data: CatalogData;
}

/** One object for each parent, since what is made of an entry is cached by it. */
const generalPart = memoize(withoutVerdict);

/** Codes whose misspellings are cached. */
const maxCached = 1000;

/** The fields that make an entry name the general one they were taken from. */
const proseFields = ['description', 'meaning', 'causes', 'steps'] as const;

/** All known error codes. Built once, looked up often. Later files override earlier ones. */
export class Catalog {
  private readonly shared = new Map<string, Entry>();
  private readonly products = new Map<string, Map<string, Entry>>();
  /** Cache of `complete`. */
  private readonly completed = new Map<Entry, Entry>();
  /** The products that use a code. Created on first use, since most codes are common. */
  private users: ReadonlyMap<string, readonly string[]> | undefined;
  /** Cache of `misspellings`, since documents repeat their codes. */
  private readonly nearest = new Map<string, readonly string[]>();

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

  /** All entries, common codes first, in the order of the files. */
  entries(): Entry[] {
    const all = [this.shared, ...this.products.values()].flatMap((entries) => [...entries.values()]);
    return all.map((entry) => this.complete(entry));
  }

  /** One entry for each code that an action of a product may return, or of any product if none is given. */
  codes(product = ''): Entry[] {
    const products = product === '' ? [...this.products.keys()] : [product];
    const all = [this.shared, ...products.flatMap((each) => this.products.get(each) ?? [])];
    const codes = new Set(all.flatMap((entries) => [...entries.keys()]));
    return [...codes].flatMap((code) => this.get(code, product) ?? []);
  }

  /** The entry of a code: of the given product, else the common one, else of another product. */
  get(code: string, product = ''): Entry | undefined {
    return this.own(code, product) ?? this.ofProduct(this.productsWith(code)[0] ?? '', code);
  }

  /** The entries of a code in all products, the given one first. For a common code only that of the given product. */
  ofProducts(code: string, product = ''): Entry[] {
    const scope = this.shared.get(code)?.scope;
    const products = scope === 'common' || scope === 'sdk' ? [product] : [product, ...this.productsWith(code)];
    return [...new Set(products)].flatMap((each) => this.ofProduct(each, code) ?? []);
  }

  /** The products that have a code. */
  productsWith(code: string): readonly string[] {
    this.users ??= usersOf(this.products);
    return this.users.get(code) ?? [];
  }

  /** Whether a product defines the code or one of its parents. */
  isOfProducts(code: string): boolean {
    for (let end = code.length; end > 0; end = code.lastIndexOf('.', end - 1)) {
      if (this.productsWith(code.slice(0, end)).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Looks a code up. A parent is a common code, a family, or a code of the given product, never of another one. */
  match(code: string, product = ''): CodeMatch {
    const exact = this.get(code, product);
    if (exact) {
      return { kind: 'exact', entry: exact, code };
    }
    const trimmed = trimCode(code);
    const entry = trimmed === code ? undefined : this.get(trimmed, product);
    if (entry) {
      return { kind: 'trimmed', entry, code: trimmed };
    }
    const parent = this.parent(trimmed, product);
    if (!parent) {
      return { kind: 'none', code: trimmed };
    }
    const undecided = isUndecided(trimmed, parent);
    return { kind: 'parent', entry: undecided ? generalPart(parent) : parent, code: trimmed, undecided };
  }

  /**
   * Known codes that a code may be a misspelling of, nearest first, at most five. Empty if the code itself is known.
   */
  misspellings(match: CodeMatch, product = ''): readonly string[] {
    // A long text has no near spelling, and editing one would fill the cache.
    if (match.kind === 'exact' || match.kind === 'trimmed' || match.code.length > maxCodeLength) {
      return [];
    }
    const key = `${product} ${match.code}`;
    let spellings = this.nearest.get(key);
    if (!spellings) {
      const codes = [...this.shared.keys(), ...(this.products.get(product)?.keys() ?? [])];
      spellings =
        match.kind === 'none'
          ? nearestSpellings(match.code, codes, 2)
          : nearestSpellings(match.code, codes, 1).filter((known) => !isOtherName(match.code, known));
      if (this.nearest.size >= maxCached) {
        this.nearest.clear();
      }
      this.nearest.set(key, spellings);
    }
    return spellings;
  }

  private add(codes: Codes, scope: Scope, product?: string): void {
    const isProduct = product !== undefined;
    const entries = isProduct ? this.entriesOf(product) : this.shared;
    for (const [code, value] of Object.entries(codes)) {
      const data = typeof value === 'string' ? { description: value } : value;
      const own = isProduct ? { scope: 'product' as const, product } : { scope };
      entries.set(code, { description: '', ...entries.get(code), ...data, code, ...own });
    }
  }

  private entriesOf(product: string): Map<string, Entry> {
    const entries = this.products.get(product) ?? new Map<string, Entry>();
    this.products.set(product, entries);
    return entries;
  }

  private own(code: string, product: string): Entry | undefined {
    const shared = this.shared.get(code);
    return this.ofProduct(product, code) ?? (shared && this.complete(shared));
  }

  private ofProduct(product: string, code: string): Entry | undefined {
    const entry = this.products.get(product)?.get(code);
    return entry && this.complete(entry);
  }

  /** Fills in missing fields from the common entry of the same code, or else from the nearest parent. */
  private complete(entry: Entry): Entry {
    let complete = this.completed.get(entry);
    if (!complete) {
      const common = entry.scope === 'product' ? this.shared.get(entry.code) : undefined;
      const general = common ?? this.parent(entry.code, '');
      const filled = general ? fill(entry, general) : entry;
      complete = entry.description === '' ? { ...filled, nameOnly: true } : filled;
      this.completed.set(entry, complete);
    }
    return complete;
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
}

/**
 * Whether a code with a known parent is a name of its own next to a known one, though only a dot or capitals differ:
 * `InvalidParameter.Value`, `AuthFailure.UnAuthorizedOperation`.
 */
function isOtherName(code: string, known: string): boolean {
  const words = (name: string): number => name.match(/[A-Z][a-z]+/g)?.length ?? 0;
  const isSameText = code.toLowerCase() === known.toLowerCase();
  return code.split('.').length !== known.split('.').length || (isSameText && words(code) > words(known));
}

function fill(entry: Entry, general: Entry): Entry {
  const isBorrowing = proseFields.some((field) => !entry[field] && general[field]);
  const isBelow = general.code !== entry.code;
  const isUnclear = isBelow && isUndecided(entry.code, general);
  const { vague, ...rest } = isUnclear ? withoutVerdict(general) : general;
  return {
    ...rest,
    ...(vague && !isBelow ? { vague } : {}),
    ...entry,
    // A line that only the parent has is not about this code.
    description: entry.description || (isUnclear ? '' : general.description),
    ...(isBorrowing ? { general: general.code } : {}),
  };
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
