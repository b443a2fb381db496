import { checkSync } from 'recheck';

// The pure backend gives the same answer on all machines, unlike the optional native one.
process.env.RECHECK_BACKEND = 'pure';

/** Milliseconds per proof: far more than a successful one takes. */
const timeout = 60_000;

/** Why an expression was not proved to run in linear time; undefined if it was. */
export function whyNotLinear(expression: string): string | undefined {
  const end = expression.lastIndexOf('/');
  const source = withoutBounds(expression.slice(1, end));
  // `d` only adds indices, and recheck does not know it.
  const flags = expression.slice(end + 1).replace('d', '');
  const verdict = checkSync(source, flags, { checker: 'automaton', timeout });
  switch (verdict.status) {
    case 'safe':
      return undefined;
    case 'vulnerable':
      return verdict.complexity.summary;
    case 'unknown':
      return verdict.error.kind;
  }
}

/**
 * recheck ignores the time of a bounded repetition, since it does not depend on the text. But it may be huge, as in
 * `^(a{1,30}){1,30}$`, so bounded repetitions are treated as unbounded.
 */
function withoutBounds(source: string): string {
  // Skip escapes and classes, where braces are literal.
  const parts = /\\(?:[pPu]\{[^}]*\}|[^])|\[(?:\\[^]|[^\]\\])*\]|\{(\d+)(,(\d*))?\}/g;
  return source.replace(parts, (part, least?: string, range?: string, end?: string) => {
    if (least === undefined || range === undefined || least === end) {
      return part;
    }
    return Number(least) === 0 ? '*' : '+';
  });
}
