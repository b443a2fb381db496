import { createScanner, parseTree, SyntaxKind, type Node, type ParseError, type ParseOptions } from 'jsonc-parser';
import type { Localizer } from './localizer';
import { quoted } from './plainText';
import type { Span } from './span';

/** Something in a file of the user that cannot be used. */
export interface FileProblem {
  readonly span: Span;
  readonly message: string;
  /** No JSON schema sees it. */
  readonly beyondSchema?: true;
}

/** What is said of a file that is not read at all. */
interface Refusals {
  readonly tooDeep: string;
  readonly invalid: string;
}

/** Deeper than any schema of ours goes. `parseTree` is recursive, so deep nesting would overflow the stack. */
const maxDepth = 20;

/** Reads a JSON file that a user wrote: collects problems, and drops what has one. Never throws. */
export abstract class TreeReader {
  protected readonly problems: FileProblem[] = [];

  constructor(
    protected readonly text: string,
    protected readonly l10n: Localizer,
  ) {}

  /** The root of the file; undefined if there is none that can be read. */
  protected parse(options: ParseOptions, { tooDeep, invalid }: Refusals): Node | undefined {
    const span = findTooDeep(this.text);
    if (span) {
      this.problems.push({ span, message: tooDeep });
      return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(this.text, errors, options);
    const [error] = errors;
    if (error) {
      this.problems.push({ span: { offset: error.offset, length: error.length }, message: invalid });
      return undefined;
    }
    return root;
  }

  /** The members of an object; of duplicates the last. Reports the problem if the node is not an object. */
  protected members(node: Node, problem: string): Map<string, Node> {
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

  protected textOf(node: Node): string | undefined {
    const value: unknown = node.value;
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    this.report(node, this.l10n.t('This must be a string that is not empty.'));
    return undefined;
  }

  /** The items of an array of strings; undefined if it is none. */
  protected items(node: Node): readonly Node[] | undefined {
    if (node.type !== 'array') {
      this.report(node, this.l10n.t('This must be an array of strings.'));
      return undefined;
    }
    return (node.children ?? []).filter((item) => this.textOf(item) !== undefined);
  }

  protected oneOf<T extends string>(node: Node, values: readonly T[]): T | undefined {
    const found = values.find((value) => value === node.value);
    if (found === undefined) {
      this.report(node, this.l10n.t('This must be one of {0}.', values.map((value) => `"${value}"`).join(', ')));
    }
    return found;
  }

  protected flag(node: Node): boolean | undefined {
    const value: unknown = node.value;
    if (typeof value === 'boolean') {
      return value;
    }
    this.report(node, this.l10n.t('This must be true or false.'));
    return undefined;
  }

  /** Of an object or array only the bracket is marked. */
  protected report({ offset, length, type }: Node, message: string): void {
    const isLong = type === 'object' || type === 'array';
    this.problems.push({ span: { offset, length: isLong ? 1 : length }, message: quoted(message) });
  }
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
