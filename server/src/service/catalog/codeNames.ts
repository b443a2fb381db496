/** Names by product, and the other way round: who has a name. */
type Owners = ReadonlyMap<string, readonly string[]>;

const nobody: readonly string[] = [];

/** The columns of a line of product-codes.txt. */
interface ProductCodes {
  readonly current: string;
  readonly retired: string;
}

/**
 * The names of all codes and actions of all products, without anything about them: server/catalog/names, as
 * `npm run names` writes it. Each table is parsed when it is first needed.
 */
export class CodeNames {
  private lines: ReadonlyMap<string, ProductCodes> | undefined;
  private current: Owners | undefined;
  private retired: Owners | undefined;
  private actions: Owners | undefined;

  /** `codes` and `actions` are the contents of product-codes.txt and product-actions.txt. */
  constructor(
    private readonly codesText: string,
    private readonly actionsText: string,
  ) {}

  /** The products with a code, in alphabetical order: those that have it today, then those that had it once. */
  productsWith(code: string): readonly string[] {
    const current = this.currentOwners().get(code) ?? nobody;
    const retired = this.retiredOwners().get(code);
    return retired ? [...current, ...retired] : current;
  }

  /** The products that have a code today, or else those that had it once. */
  ownersOf(code: string): readonly string[] {
    return this.currentOwners().get(code) ?? this.retiredOwners().get(code) ?? nobody;
  }

  /** The codes that a product has today. */
  codesOf(product: string): string[] {
    return namesIn(this.products().get(product)?.current ?? '');
  }

  /** Whether a product had a code once, and no longer has it. */
  isRetired(code: string, product: string): boolean {
    return this.retiredOwners().get(code)?.includes(product) ?? false;
  }

  /** The codes that some product has today. */
  codes(): Iterable<string> {
    return this.currentOwners().keys();
  }

  /** The products with an action of a name, in alphabetical order. */
  productsOfAction(action: string): readonly string[] {
    this.actions ??= ownersOf(linesOf(this.actionsText).map(([product, names = '']) => [product, names.split(',')]));
    return this.actions.get(action) ?? nobody;
  }

  private currentOwners(): Owners {
    return (this.current ??= ownersOf([...this.products()].map(([name, { current }]) => [name, namesIn(current)])));
  }

  private retiredOwners(): Owners {
    return (this.retired ??= ownersOf([...this.products()].map(([name, { retired }]) => [name, namesIn(retired)])));
  }

  private products(): ReadonlyMap<string, ProductCodes> {
    this.lines ??= new Map(
      linesOf(this.codesText).map(([product, current = '', retired = '']) => [product, { current, retired }]),
    );
    return this.lines;
  }
}

function linesOf(text: string): [product: string, ...columns: string[]][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, ...string[]]);
}

/** The codes of a column: `Head:Suffix,Suffix;Head+Suffix;Head`, where `+` says that the head is a code, too. */
function namesIn(column: string): string[] {
  return column === '' ? [] : column.split(';').flatMap(codesOfGroup);
}

function codesOfGroup(group: string): string[] {
  const end = group.search(/[:+]/);
  if (end < 0) {
    return [group];
  }
  const head = group.slice(0, end);
  const codes = group
    .slice(end + 1)
    .split(',')
    .map((suffix) => `${head}.${suffix}`);
  return group.charAt(end) === '+' ? [head, ...codes] : codes;
}

/** The products of each name, in the order in which they are given. */
export function ownersOf(products: Iterable<readonly [product: string, names: Iterable<string>]>): Owners {
  const owners = new Map<string, string[]>();
  for (const [product, names] of products) {
    for (const name of names) {
      const known = owners.get(name);
      if (known) {
        known.push(product);
      } else {
        owners.set(name, [product]);
      }
    }
  }
  return owners;
}
