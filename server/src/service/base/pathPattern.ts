/** Tests a path, split at `/`. */
export type PathTest = (path: readonly string[]) => boolean;

/** What stands between two wildcards. */
interface Run<Subject> {
  readonly length: number;
  /** The first place between two others, both included, where it occurs; -1 if there is none. */
  find(subject: Subject, from: number, to: number): number;
}

type CharTest = (char: string) => boolean;

interface CharSet {
  readonly has: CharTest;
  readonly end: number;
}

/** `*` in a segment, `**` among the segments. */
const wildcard = Symbol('wildcard');

/**
 * Compiles a pattern for paths: `*` and `?` match within a segment, a segment `**` any number of segments, `[a-z]` and
 * `[!a-z]` one character; a backslash takes the next character literally.
 *
 * Nothing is tried twice: each run is taken where it first occurs, since a later place would only leave less for the
 * rest. So the work is at most the length of the pattern times that of the path.
 */
export function pathPattern(pattern: string): PathTest {
  const segments = pattern.split('/').map((segment) => (segment === '**' ? wildcard : segmentTest(segment)));
  const runs = runsOf(segments).map(segmentRun);
  const [first, ...others] = runs;
  return (path) =>
    // `**` does not lead out of the folder again.
    (others.length === 0 || !path.includes('..', first?.length)) && occurInOrder(runs, path);
}

function segmentRun(tests: readonly ((name: string) => boolean)[]): Run<readonly string[]> {
  const occursAt = (path: readonly string[], start: number): boolean =>
    tests.every((test, index) => test(path[start + index] ?? ''));
  return { length: tests.length, find: (path, from, to) => firstPlace(from, to, (start) => occursAt(path, start)) };
}

function segmentTest(segment: string): (name: string) => boolean {
  const runs = runsOf(charsOf(segment)).map(charRun);
  // A wildcard stands for the name of a file or folder.
  return (name) => (runs.length === 1 || (name !== '.' && name !== '..')) && occurInOrder(runs, name);
}

function charRun(chars: readonly (string | CharTest)[]): Run<string> {
  if (chars.every((char) => typeof char === 'string')) {
    const text = chars.join('');
    const find = (name: string, from: number, to: number): number =>
      from < to ? name.indexOf(text, from) : name.startsWith(text, from) ? from : -1;
    return { length: text.length, find };
  }
  const tests = chars.map((char): CharTest => (typeof char === 'string' ? (other) => other === char : char));
  const occursAt = (name: string, start: number): boolean =>
    tests.every((test, index) => test(name.charAt(start + index)));
  return { length: tests.length, find: (name, from, to) => firstPlace(from, to, (start) => occursAt(name, start)) };
}

/** The UTF-16 units of a segment: literal ones, sets, and wildcards. */
function charsOf(segment: string): (string | CharTest | typeof wildcard)[] {
  const chars: (string | CharTest | typeof wildcard)[] = [];
  let isClosed = true;
  for (let index = 0; index < segment.length; index++) {
    const char = segment.charAt(index);
    // If a set is not closed, none after it is.
    const set: CharSet | undefined = char === '[' && isClosed ? setAt(segment, index) : undefined;
    isClosed &&= char !== '[' || set !== undefined;
    if (set) {
      chars.push(set.has);
      index = set.end - 1;
    } else if (char === '\\' && index + 1 < segment.length) {
      chars.push(segment.charAt(++index));
    } else {
      chars.push(char === '*' ? wildcard : char === '?' ? () => true : char);
    }
  }
  return chars;
}

/** The set that begins at a bracket, such as `[!a-z]`, and where it ends; undefined if it is not closed. */
function setAt(segment: string, start: number): CharSet | undefined {
  const isNegated = '!^'.includes(segment.charAt(start + 1) || ' ');
  const first = start + (isNegated ? 2 : 1);
  const ranges: (readonly [from: string, to: string])[] = [];
  let index = first;
  const next = (): string => {
    index += segment.charAt(index) === '\\' ? 1 : 0;
    return segment.charAt(index++);
  };
  while (index < segment.length) {
    // A bracket that comes first is one of the characters.
    if (segment.charAt(index) === ']' && index > first) {
      return { has: (char) => ranges.some(([from, to]) => from <= char && char <= to) !== isNegated, end: index + 1 };
    }
    const from = next();
    const isRange = segment.charAt(index) === '-' && !']'.startsWith(segment.charAt(index + 1));
    index += isRange ? 1 : 0;
    ranges.push([from, isRange ? next() : from]);
  }
  return undefined;
}

/** The stretches between wildcards: one more than there are wildcards. */
function runsOf<Item>(items: readonly (Item | typeof wildcard)[]): Item[][] {
  const runs: Item[][] = [[]];
  for (const item of items) {
    if (item === wildcard) {
      runs.push([]);
    } else {
      runs.at(-1)?.push(item);
    }
  }
  return runs;
}

/** Whether runs follow each other, the first at the beginning of the subject, and the last at its end. */
function occurInOrder<Subject extends { readonly length: number }>(
  runs: readonly Run<Subject>[],
  subject: Subject,
): boolean {
  let end = 0;
  return runs.every((run, index) => {
    const latest = subject.length - run.length;
    const from = index === runs.length - 1 ? latest : end;
    const to = index === 0 ? Math.min(0, latest) : latest;
    const found = end <= from && from <= to ? run.find(subject, from, to) : -1;
    end = found + run.length;
    return found >= 0;
  });
}

function firstPlace(from: number, to: number, occursAt: (start: number) => boolean): number {
  for (let start = from; start <= to; start++) {
    if (occursAt(start)) {
      return start;
    }
  }
  return -1;
}
