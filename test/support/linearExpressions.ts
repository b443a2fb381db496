import { checkSync } from 'recheck';

// Not the binary or the Java program that may lie beside it: the same answer on all machines.
process.env.RECHECK_BACKEND = 'pure';

/** Milliseconds for one proof: far more than those that come to an end ever take. */
const timeout = 60_000;

/** Why an expression has not been proved to take a time that is linear in the text; undefined where it has. */
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
 * Repetitions that end take some time that does not depend on the text, which recheck takes for none. But it may be huge:
 * `^(a{1,30}){1,30}$`. So they are judged as if they did not end.
 */
function withoutBounds(source: string): string {
  // An escape and a class are stepped over: braces in them are characters.
  const parts = /\\(?:[pPu]\{[^}]*\}|[^])|\[(?:\\[^]|[^\]\\])*\]|\{(\d+)(,(\d*))?\}/g;
  return source.replace(parts, (part, least?: string, range?: string, end?: string) => {
    if (least === undefined || range === undefined || least === end) {
      return part;
    }
    return Number(least) === 0 ? '*' : '+';
  });
}
