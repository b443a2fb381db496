import { createScanner, SyntaxKind } from 'jsonc-parser';
import { endOf, type Span } from '../base/span';
import { contextOf, fieldOf, maxNameLength, type Field, type RequestContext } from './requestFields';

/** The value of a field in a container, or in a container nested in it. */
interface FoundValue {
  readonly value: string;
  /** The nested container; undefined if the value is the container's own. */
  readonly from: Container | undefined;
}

interface Container {
  readonly parent: Container | undefined;
  readonly isArray: boolean;
  /** The first two values of each field from different places: at least one is not from the part with the response. */
  found?: Map<Field, FoundValue[]>;
}

/** Longer values are not examined. In UTF-16 units. */
const maxValueLength = 1_000;

/**
 * Finds the requests of all responses in one pass: in the objects around each response and in what they contain, the
 * nearest first. The responses themselves are skipped: they may be huge, and their members belong to the action.
 */
export function requestsInJson(text: string, responses: readonly Span[]): RequestContext[] {
  const ends = new Map(responses.filter(({ length }) => length > 1).map((span) => [span.offset, endOf(span)]));
  const around = new Map<number, Container | undefined>();
  let open: Container | undefined;
  let name = '';
  let pending = '';
  /** The `name` of a header in a list of `{name, value}`, as in HAR files. */
  let header = '';
  const scanner = createScanner(text, true);
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const end = ends.get(offset);
    if (end !== undefined) {
      around.set(offset, open);
      scanner.setPosition(end);
      name = '';
      continue;
    }
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      open = { parent: open, isArray: token === SyntaxKind.OpenBracketToken };
      name = '';
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      open = close(open);
    } else if (token === SyntaxKind.ColonToken) {
      name = pending;
    } else if (token === SyntaxKind.StringLiteral || token === SyntaxKind.NumericLiteral) {
      const value = scanner.getTokenLength() < maxValueLength ? scanner.getTokenValue() : '';
      const field = fieldOf(name === 'value' ? header : name, value);
      if (field) {
        // A header is an object in a list, which belongs to the request.
        note(name === 'value' ? open?.parent?.parent : open, field, value, undefined);
      }
      if (name !== '') {
        header = name === 'name' ? value : '';
      }
      pending = value.length <= maxNameLength ? value : '';
      name = '';
    } else {
      name = '';
    }
  }
  while (open) {
    open = close(open);
  }
  return responses.map(({ offset }) => nearest(around.get(offset)));
}

/** Closes a container: its values also count as found in its parent. */
function close(container: Container | undefined): Container | undefined {
  container?.found?.forEach(([first], field) => {
    if (first) {
      note(container.parent, field, first.value, container);
    }
  });
  return container?.parent;
}

function note(container: Container | undefined, field: Field, value: string, from: Container | undefined): void {
  if (container) {
    container.found ??= new Map();
    const found = container.found.get(field);
    if (!found) {
      container.found.set(field, [{ value, from }]);
    } else if (found.length === 1 && found[0]?.from !== from) {
      found.push({ value, from });
    }
  }
}

/** Collects values from the innermost object outwards, except from lists, whose items are separate requests. */
function nearest(innermost: Container | undefined): RequestContext {
  const values = new Map<Field, string>();
  let inside: Container | undefined;
  for (let container = innermost; container; container = container.parent) {
    if (!container.isArray) {
      container.found?.forEach((found, field) => {
        const value = found.find(({ from }) => from === undefined || from !== inside)?.value;
        if (value !== undefined && !values.has(field)) {
          values.set(field, value);
        }
      });
    }
    inside = container;
  }
  return contextOf((field) => values.get(field));
}
