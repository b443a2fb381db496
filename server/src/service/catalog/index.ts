import { longestCode, nearestSpellings } from './nearestSpellings';
import type { CatalogData, Entry, Scope } from './entry';

export type { CatalogData, Entry, EntryData, Fault, Retry, Scope } from './entry';

/** How a code met the catalog: as it stands, trimmed of blanks and dots, through a parent, or not at all. */
export type CodeMatch =
  | { readonly kind: 'exact' | 'trimmed' | 'parent'; readonly entry: Entry; readonly code: string }
  | { readonly kind: 'none'; readonly code: string };

export interface CatalogFile {
  readonly scope: Scope;
  readonly data: CatalogData;
}

/** How many codes' misspellings are remembered at a time. */
const mostKnown = 1000;

/** Everything that is known of error codes. Built once; looked up often. */
export class Catalog {
  private readonly shared = new Map<string, Entry>();
  private readonly products = new Map<string, Map<string, Entry>>();
  /** What `misspellings` found out, since documents repeat their codes. */
  private readonly known = new Map<string, readonly string[]>();

  constructor(files: readonly CatalogFile[]) {
    for (const { scope, data } of files) {
      const product = data.product ?? '';
      const entries = scope === 'product' ? this.productEntries(product) : this.shared;
      for (const [code, value] of Object.entries(data.codes)) {
        const entry = typeof value === 'string' ? { description: value } : value;
        entries.set(code, { ...entry, code, scope, ...(scope === 'product' ? { product } : {}) });
      }
    }
  }

  /** All entries, common codes first, in the order of their files. */
  entries(): Entry[] {
    return [...this.shared.values(), ...[...this.products.values()].flatMap((entries) => [...entries.values()])];
  }

  /** The entry of a code, in the given product or in all. */
  get(code: string, product = ''): Entry | undefined {
    return this.products.get(product)?.get(code) ?? this.shared.get(code);
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
    for (let end = trimmed.lastIndexOf('.'); end > 0; end = trimmed.lastIndexOf('.', end - 1)) {
      const entry = this.get(trimmed.slice(0, end), product);
      if (entry) {
        return { kind: 'parent', entry, code: trimmed };
      }
    }
    return { kind: 'none', code: trimmed };
  }

  /** Known codes that a code may be a slip of, nearest first: at most five. Empty where it is known as it stands. */
  misspellings(match: CodeMatch, product = ''): readonly string[] {
    // Long texts have no near spelling, and would fill the memory while somebody edits one.
    if (match.kind === 'exact' || match.kind === 'trimmed' || match.code.length > longestCode) {
      return [];
    }
    const key = `${product} ${match.code}`;
    let spellings = this.known.get(key);
    if (!spellings) {
      const codes = [...this.shared.keys(), ...(this.products.get(product)?.keys() ?? [])];
      spellings = nearestSpellings(match.code, codes, match.kind === 'none' ? 2 : 1);
      if (this.known.size >= mostKnown) {
        this.known.clear();
      }
      this.known.set(key, spellings);
    }
    return spellings;
  }

  private productEntries(product: string): Map<string, Entry> {
    const entries = this.products.get(product) ?? new Map<string, Entry>();
    this.products.set(product, entries);
    return entries;
  }
}

/** A code without the blanks and dots that occur at its ends. */
export function trimCode(code: string): string {
  let start = 0;
  let end = code.length;
  while (start < end && isPadding(code, start)) {
    start++;
  }
  while (end > start && isPadding(code, end - 1)) {
    end--;
  }
  return code.slice(start, end);
}

function isPadding(code: string, index: number): boolean {
  const character = code.charAt(index);
  return character === '.' || character.trim() === '';
}
