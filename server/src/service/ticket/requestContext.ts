import { createScanner, SyntaxKind } from 'jsonc-parser';
import { endOf, type Envelope, type Span } from '../envelope';
import { contextOf, fieldOf, longestName, type Field, type RequestContext } from './requestFields';
import { requestInText } from './requestInText';

/** Looks for the request of a response in the text around it; `from` is where the response before it ends. */
export function requestOf(text: string, { source, holder, shape, span }: Envelope, from?: number): RequestContext {
  const isInJson = source === 'json' || source === 'jsonl' || (source === 'embedded' && /^\s*[[{]/.test(text));
  const response = holder ?? shape?.response.span ?? span;
  return isInJson ? requestInJson(text, response) : requestInText(text, holder ?? span, from);
}

/** Where the envelope before one ends: what stands before that belongs to another call. Undefined where there is none. */
export function endBefore(envelopes: readonly Envelope[], { span }: Envelope): number | undefined {
  let last: number | undefined;
  for (const { span: other } of envelopes) {
    const end = endOf(other);
    if (end <= span.offset && end > (last ?? -1)) {
      last = end;
    }
  }
  return last;
}

interface OpenContainer {
  readonly parent: OpenContainer | undefined;
  readonly depth: number;
  readonly isArray: boolean;
  /** What `commonDepth` found out. */
  common?: number;
}

/** Longest value that is looked at. */
const longestValue = 1_000;

/**
 * Looks for the request beside a response: in the objects around it and what hangs on them, the nearest first. The
 * response itself, whose members are the action's own and which may be huge, is stepped over.
 */
function requestInJson(text: string, response: Span): RequestContext {
  const found: { field: Field; value: string; at: OpenContainer | undefined }[] = [];
  let around: ReadonlySet<OpenContainer> = new Set();
  let open: OpenContainer | undefined;
  let name = '';
  let pending = '';
  /** The `name` of a header in a list of names and values, as recordings of browsers have them. */
  let header = '';
  const scanner = createScanner(text, true);
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (scanner.getTokenOffset() === response.offset && response.length > 1) {
      around = chain(open);
      scanner.setPosition(endOf(response));
      name = '';
      continue;
    }
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      open = { parent: open, depth: (open?.depth ?? 0) + 1, isArray: token === SyntaxKind.OpenBracketToken };
      name = '';
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      open = open?.parent;
    } else if (token === SyntaxKind.ColonToken) {
      name = pending;
    } else if (token === SyntaxKind.StringLiteral || token === SyntaxKind.NumericLiteral) {
      const value = scanner.getTokenLength() < longestValue ? scanner.getTokenValue() : '';
      const field = fieldOf(name === 'value' ? header : name, value);
      if (field) {
        // A header lies in a list of them, which is what the request has.
        found.push({ field, value, at: name === 'value' ? open?.parent?.parent : open });
      }
      if (name !== '') {
        header = name === 'name' ? value : '';
      }
      pending = value.length <= longestName ? value : '';
      name = '';
    } else {
      name = '';
    }
  }
  const nearest = new Map<Field, { value: string; depth: number }>();
  for (const { field, value, at } of found) {
    const depth = commonDepth(at, around);
    if (depth > (nearest.get(field)?.depth ?? 0)) {
      nearest.set(field, { value, depth });
    }
  }
  return contextOf((field) => nearest.get(field)?.value);
}

function chain(open: OpenContainer | undefined): ReadonlySet<OpenContainer> {
  const containers = new Set<OpenContainer>();
  for (let container = open; container; container = container.parent) {
    containers.add(container);
  }
  return containers;
}

/**
 * How deep the innermost container is that holds both a value and the response; 0 where there is none, and where it is a
 * list, since the entries of a list are requests of their own.
 */
function commonDepth(open: OpenContainer | undefined, around: ReadonlySet<OpenContainer>): number {
  const passed: OpenContainer[] = [];
  let container = open;
  while (container && container.common === undefined && !around.has(container)) {
    passed.push(container);
    container = container.parent;
  }
  const depth = container ? (container.common ?? (container.isArray ? 0 : container.depth)) : 0;
  for (const each of passed) {
    each.common = depth;
  }
  return depth;
}
