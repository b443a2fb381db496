/** A group in braces that is open: its alternatives so far, the last of which goes on. */
interface Group {
  readonly before: readonly string[];
  readonly alternatives: string[];
}

/**
 * The patterns that a glob with alternatives stands for: `{a,b}c` for `ac` and `bc`. Braces that are not closed, or hold
 * no comma, are literal. Undefined if it takes more than `maxLength` characters to write them down, step by step.
 */
export function expandBraces(glob: string, maxLength: number): string[] | undefined {
  const groups: Group[] = [];
  let current = [''];
  let left = maxLength;
  for (const { text, role } of tokensOf(glob)) {
    if (role === 'open') {
      groups.push({ before: current, alternatives: [] });
      current = [''];
    } else if (role === 'comma') {
      groups.at(-1)?.alternatives.push(...current);
      current = [''];
    } else {
      const group = role === 'close' ? groups.pop() : undefined;
      const [before, after] = group ? [group.before, [...group.alternatives, ...current]] : [current, [text]];
      left -= lengthOf(before) * after.length + lengthOf(after) * before.length;
      if (left < 0) {
        return undefined;
      }
      current = before.flatMap((one) => after.map((other) => one + other));
    }
  }
  return current;
}

/** An empty alternative counts too. */
function lengthOf(patterns: readonly string[]): number {
  return patterns.reduce((sum, { length }) => sum + length + 1, 0);
}

interface Token {
  readonly text: string;
  readonly role?: 'open' | 'comma' | 'close';
}

/** Splits a glob at its groups; escaped braces and commas are text. */
function tokensOf(glob: string): Token[] {
  const roles = rolesIn(glob);
  const tokens: Token[] = [];
  let end = 0;
  for (const [index, role] of [...roles].sort(([one], [other]) => one - other)) {
    tokens.push({ text: glob.slice(end, index) }, { text: '', role });
    end = index + 1;
  }
  return [...tokens, { text: glob.slice(end) }];
}

/** What the braces and commas of complete groups do, by their place. */
function rolesIn(glob: string): Map<number, NonNullable<Token['role']>> {
  const roles = new Map<number, NonNullable<Token['role']>>();
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  for (let index = 0; index < glob.length; index++) {
    switch (glob.charAt(index)) {
      case '\\':
        index++;
        break;
      case '{':
        open.push({ start: index, commas: [] });
        break;
      case ',':
        open.at(-1)?.commas.push(index);
        break;
      case '}': {
        const { start, commas } = open.pop() ?? { start: 0, commas: [] };
        if (commas.length > 0) {
          roles.set(start, 'open').set(index, 'close');
          commas.forEach((comma) => roles.set(comma, 'comma'));
        }
      }
    }
  }
  return roles;
}
