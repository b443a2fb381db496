import { memoize } from '../base/memoize';
import { trimCode } from './code';
import { ownersOf, type CodeNames } from './codeNames';
import { completeEntry } from './completeEntry';
import type { CatalogData, Codes, Entry, Scope } from './entry';
import { isOtherName, maxCodeLength, nearestSpellings } from './nearestSpellings';
import { isUndecided, withoutVerdict } from './parent';

/** The match of a code: exact, after trimming whitespace and dots, through a parent, or none. */
export type CodeMatch =
  | { readonly kind: 'exact' | 'trimmed'; readonly entry: Entry; readonly code: string }
  | ParentMatch
  | { readonly kind: 'none'; readonly code: string };

/** Only a parent of the code is known. */
interface ParentMatch {
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

/**
 * All known error codes. Built once, looked up often. Later files override earlier ones. Names that no file has are
 * entries without a description of their own.
 */
export class Catalog {
  private readonly shared = new Map<string, Entry>();
  private readonly products = new Map<string, Map<string, Entry>>();
  /** Cache of `complete`. */
  private readonly completed = new Map<Entry, Entry>();
  /** The products whose files have a code. Created on first use, since most codes are common. */
  private users: ReadonlyMap<string, readonly string[]> | undefined;
  /** The entries made of names so far: one object for each, since what is made of an entry is cached by it. */
  private readonly named = new Map<string, Entry>();
  /** Cache of `misspellings`, since documents repeat their codes. */
  private readonly nearest = new Map<string, readonly string[]>();

  private listed: CodeNames | undefined;

  /** `readNames` is only called for what the files do not decide. */
  constructor(
    files: readonly CatalogFile[],
    private readonly readNames: () => CodeNames | undefined = () => undefined,
  ) {
    for (const { scope, data } of files) {
      if (data.codes) {
        this.add(data.codes, scope, data.product);
      }
      for (const [product, { codes }] of Object.entries(data.products ?? {})) {
        this.add(codes, 'product', product);
      }
    }
  }

  /** All entries of the files, common codes first, in their order. */
  entries(): Entry[] {
    const all = [this.shared, ...this.products.values()].flatMap((entries) => [...entries.values()]);
    return all.map((entry) => this.complete(entry));
  }

  /** One entry for each code that an action of a product may return, or of any product with a file if none is given. */
  codes(product = ''): Entry[] {
    const products = product === '' ? [...this.products.keys()] : [product];
    const all = [this.shared, ...products.flatMap((each) => this.products.get(each) ?? [])];
    const codes = new Set([...all.flatMap((entries) => [...entries.keys()]), ...this.namesOf(product)]);
    return [...codes].flatMap((code) => this.get(code, product) ?? []);
  }

  /** Codes of any product of which only the name is known, in the order of products. */
  namedCodes(isWanted: (code: string) => boolean): string[] {
    const isBare = (code: string): boolean => !this.shared.has(code) && this.usersOf(code).length === 0;
    return [...(this.names?.codes() ?? [])].filter((code) => isWanted(code) && isBare(code));
  }

  /** The entry of a code: of the given product, else the common one, else of another product. */
  get(code: string, product = ''): Entry | undefined {
    return this.own(code, product) ?? this.ofOthers(code, product);
  }

  /**
   * The entries of a code in all products that say something of it, the given one first. For a common code only that of
   * the given product.
   */
  ofProducts(code: string, product = ''): Entry[] {
    const scope = this.shared.get(code)?.scope;
    const products = scope === 'common' || scope === 'sdk' ? [product] : [product, ...this.usersOf(code)];
    return [...new Set(products)].flatMap((each) => this.ofProduct(each, code) ?? []);
  }

  /** The products that have a code: those with a file that has it, then all others. */
  productsWith(code: string): readonly string[] {
    const users = this.usersOf(code);
    const named = this.names?.productsWith(code) ?? [];
    return users.length === 0 ? named : [...new Set([...users, ...named])];
  }

  /** The products that may have sent a code; empty for a common code, and for one in no list, which any may send. */
  senders(code: string): readonly string[] {
    const listed = this.shared.has(code) ? [] : (this.names?.ownersOf(code) ?? []);
    return listed.length === 0 ? [] : [...new Set([...this.usersOf(code), ...listed])];
  }

  /** The products that have an action. */
  productsOfAction(action: string): readonly string[] {
    return this.names?.productsOfAction(action) ?? [];
  }

  /** Whether a product defines the code or one of its parents. */
  isOfProducts(code: string): boolean {
    for (let end = code.length; end > 0; end = code.lastIndexOf('.', end - 1)) {
      if (this.usersOf(code.slice(0, end)).length > 0) {
        return true;
      }
    }
    return code !== '' && !this.shared.has(code) && this.productsWith(code).length > 0;
  }

  /** Looks a code up. A parent is a common code, a family, or a code of the given product, never of another one. */
  match(code: string, product = ''): CodeMatch {
    const trimmed = trimCode(code);
    const entry = this.get(trimmed, product);
    if (entry) {
      return { kind: trimmed === code ? 'exact' : 'trimmed', entry, code: trimmed };
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
      const own = [...(this.products.get(product)?.keys() ?? []), ...this.namesOf(product)];
      const codes = [...this.shared.keys(), ...own];
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

  private get names(): CodeNames | undefined {
    return (this.listed ??= this.readNames());
  }

  /** The entry of a code that the product's file lacks and that is not common: by its name, else that of another product. */
  private ofOthers(code: string, product: string): Entry | undefined {
    const named = this.names?.productsWith(code) ?? [];
    if (named.includes(product)) {
      return this.ofName(code, product);
    }
    const [user = ''] = this.usersOf(code);
    const [first] = named;
    return this.ofProduct(user, code) ?? (first === undefined ? undefined : this.ofName(code, first));
  }

  private ofProduct(product: string, code: string): Entry | undefined {
    const entry = this.products.get(product)?.get(code);
    return entry && this.complete(entry);
  }

  /** The entry of a code of which only the name is known. */
  private ofName(code: string, product: string): Entry {
    const key = `${product} ${code}`;
    let entry = this.named.get(key);
    if (!entry) {
      const retired = this.names?.isRetired(code, product) ? { retired: true as const } : {};
      entry = this.complete({ code, description: '', scope: 'product', product, ...retired });
      this.named.set(key, entry);
    }
    return entry;
  }

  private namesOf(product: string): readonly string[] {
    return product === '' ? [] : (this.names?.codesOf(product) ?? []);
  }

  /** Fills in missing fields from the common entry of the same code, or else from the nearest parent. */
  private complete(entry: Entry): Entry {
    let complete = this.completed.get(entry);
    if (!complete) {
      const common = entry.scope === 'product' ? this.shared.get(entry.code) : undefined;
      const general = common ?? this.parent(entry.code, '');
      const filled = general ? completeEntry(entry, general) : entry;
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

  /** The products whose files have a code. */
  private usersOf(code: string): readonly string[] {
    this.users ??= ownersOf([...this.products].map(([product, entries]) => [product, entries.keys()]));
    return this.users.get(code) ?? [];
  }
}
