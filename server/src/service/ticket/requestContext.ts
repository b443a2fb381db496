import { createScanner, SyntaxKind } from 'jsonc-parser';
import { endOf, type Span } from '../envelope';

/** What the document tells of the request that was answered. */
export interface RequestContext {
  readonly product?: string;
  readonly action?: string;
  readonly region?: string;
  readonly apiVersion?: string;
}

type Field = 'action' | 'region' | 'apiVersion' | 'product' | 'host';

/** Names under which requests, logs and dumps carry these values, without case, `-` and `_`. */
const fields: Readonly<Record<string, Field>> = {
  action: 'action',
  actionname: 'action',
  xtcaction: 'action',
  region: 'region',
  xtcregion: 'region',
  version: 'apiVersion',
  apiversion: 'apiVersion',
  xtcversion: 'apiVersion',
  product: 'product',
  service: 'product',
  module: 'product',
  host: 'host',
  endpoint: 'host',
  url: 'host',
};

const tencentHost =
  /(?:^|\/\/)([a-z0-9]{2,40})\.(?:([a-z]{2,4}-[a-z0-9-]{2,30})\.)?(?:intl\.)?(?:internal\.)?tencentcloudapi\.com/i;

const shapes: Partial<Record<Field, RegExp>> = {
  action: /^[A-Z]\w{2,99}$/,
  region: /^[a-z]{2,4}-[a-z0-9-]{2,30}$/,
  apiVersion: /^\d{4}-\d{2}-\d{2}$/,
  product: /^[a-z][a-z0-9]{1,39}$/,
  host: tencentHost,
};

interface OpenContainer {
  readonly parent: OpenContainer | undefined;
  readonly depth: number;
  readonly isArray: boolean;
  /** What `commonDepth` found out. */
  common?: number;
}

/**
 * Looks for the request beside a response: in the objects around it and what hangs on them, the nearest first. The
 * response itself, whose members are the action's own and which may be huge, is stepped over.
 */
export function requestContext(text: string, response: Span): RequestContext {
  const found: { field: Field; value: string; at: OpenContainer | undefined }[] = [];
  let around: ReadonlySet<OpenContainer> = new Set();
  let open: OpenContainer | undefined;
  let name = '';
  let pending = '';
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
    } else if (token === SyntaxKind.StringLiteral) {
      const field = name === '' ? undefined : fields[name.replace(/[-_]/g, '').toLowerCase()];
      if (field && shapes[field]?.test(scanner.getTokenValue())) {
        found.push({ field, value: scanner.getTokenValue(), at: open });
      }
      pending = scanner.getTokenLength() < 40 ? scanner.getTokenValue() : '';
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

function contextOf(value: (field: Field) => string | undefined): RequestContext {
  const host = tencentHost.exec(value('host') ?? '');
  const product = host?.[1]?.toLowerCase() ?? value('product');
  const region = value('region') ?? host?.[2]?.toLowerCase();
  const action = value('action');
  const apiVersion = value('apiVersion');
  return {
    ...(product ? { product } : {}),
    ...(action ? { action } : {}),
    ...(region ? { region } : {}),
    ...(apiVersion ? { apiVersion } : {}),
  };
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
