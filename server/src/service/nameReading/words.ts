/** A word of a name: in lower case and in its plain form, and where it stands in the name. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Acronyms, words in either case, and numbers. An acronym ends before the capital of the next word. */
const word = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** Plain forms, each with the forms and slips that names use instead. */
const plainForms: Readonly<Record<string, string>> = {
  activate: 'activated activation',
  allow: 'allowed allows',
  authorize: 'authorized authorised authorise authorization',
  banned: 'ban forbade',
  blacklist: 'blocklist',
  certify: 'certified certification',
  complete: 'completed',
  conflict: 'conflicts conflicted conflicting',
  consistent: 'consistency',
  correspond: 'correspondent corresponding',
  deny: 'denied denies',
  duplicate: 'duplicated duplicates duplication dup',
  error: 'err errors exception',
  exceed: 'exceeded exceeds exceeding',
  exist: 'exists existed existing exsit exsits',
  expire: 'expired expires expiration',
  fail: 'failed fails failure',
  finish: 'finished',
  forbid: 'forbidden forbids',
  frequent: 'frequently',
  illegal: 'ilegal unlegal',
  insufficient: 'unenough inadequate',
  invalid: 'invalidate inval unvalid',
  isolate: 'isolated isolation',
  limit: 'limits limited limitation limitations',
  malformed: 'malform',
  match: 'matched matches math matching',
  maximum: 'max',
  mismatch: 'mismatched dismatch missmatch',
  miss: 'missing missed',
  overlap: 'overlaps overlapped overlapping',
  parameter: 'parameters param params',
  permission: 'permissions',
  permit: 'permitted',
  privilege: 'privileges',
  prohibit: 'prohibited',
  purchase: 'purchased bought buy ordered',
  register: 'registered',
  repeat: 'repeated repeatedly repetition repetitive',
  request: 'requests reqs',
  require: 'required requires',
  running: 'runing',
  satisfy: 'satisfied',
  specify: 'specified',
  subscribe: 'subscribed',
  support: 'supported supports surport suport supporting',
  throttle: 'throttled throttling',
  timeout: 'timedout timeouted',
  verify: 'verified verification',
  whitelist: 'allowlist',
};

const plainOf: ReadonlyMap<string, string> = new Map(
  Object.entries(plainForms).flatMap(([plain, forms]) => forms.split(' ').map((form) => [form, plain] as const)),
);

/** The plain form of a word in lower case. */
export function plainForm(text: string): string {
  return plainOf.get(text) ?? text;
}

/** The words of a name in camel case: `CDNHostNotExists` has `cdn`, `host`, `not`, `exist`. */
export function wordsOf(name: string): Word[] {
  return [...name.matchAll(word)].map(({ 0: found, index }) => {
    return { text: plainForm(found.toLowerCase()), start: index, end: index + found.length };
  });
}

/** Words as a phrase, as in the tables. */
export function phraseOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** The part of a name from the first of some words to the last, exactly as it stands there. */
export function textOf(name: string, words: readonly Word[]): string {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? name.slice(first.start, last.end) : '';
}
