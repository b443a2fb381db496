import { encode } from 'js-base64';
import type { Secret, SecretKind } from './kinds';
import { looksMadeUp } from './plausible';

/** The length of what a value is looked up by, in UTF-16 units. The rest of a longer value is compared loosely. */
const maxKey = 32;

/** Where the parts of a value may stand alone elsewhere, if not at punctuation. */
const separators: Readonly<Partial<Record<SecretKind, RegExp>>> = {
  password: /\s+/,
  'private key': /\s+/,
  // A time, a random number and a digest.
  'pre-signed URL': /[\s,;=&"'/-]+/,
};

/** Shorter values, in UTF-16 units, stand in texts by chance: a password of 1, and 1 failure. */
const least = 4;

/** What a value that is longer than its key goes on with. */
const rest = /[\w+=~%*-]*/y;

interface Known {
  readonly kind: SecretKind;
  readonly value: string;
  /** Only a part of what may stand in the text. */
  readonly isPart?: boolean;
  /** It also counts inside a longer word. */
  readonly inWords: boolean;
}

/** Values that were found to be secret, to be found again wherever else they stand, also as Base64. */
export class KnownValues {
  private readonly keys = new Map<string, Known>();
  /** The beginnings of all keys, as long as the shortest of them; and the lengths of the keys. */
  private readonly beginnings = new Set<string>();
  private readonly lengths = new Set<number>();
  private shortest = 6;

  /** Adds the value of a secret, and the parts of it that look made up. */
  add(value: string, kind: SecretKind): void {
    this.addOne(value, kind);
    // Escapes of JSON are left in JSON that is percent-encoded.
    this.addOne(value.replace(/\\\\?(["'`/])/g, '$1'), kind);
    const parts = value.split(separators[kind] ?? /[\s,;=&"'/]+/).filter((part) => part !== value);
    for (const part of parts.filter((each) => looksMadeUp(each, kind === 'cookie' ? 8 : 12))) {
      this.addOne(part, kind);
    }
    if (kind === 'phone number') {
      this.addOne(value.replace(/\D/g, '').slice(-11), kind);
    }
    if (value.length >= 8 && value.length <= 200) {
      base64Of(value).forEach((each) => this.put({ kind, value: each, inWords: true, isPart: true }));
    }
  }

  /** Where the known values stand in a text. */
  find(text: string): Secret[] {
    const found: Secret[] = [];
    const lengths = [...this.lengths].sort((a, b) => b - a);
    for (const key of this.keys.keys()) {
      this.beginnings.add(key.slice(0, this.shortest));
    }
    for (let at = 0; at < text.length; at++) {
      const end = this.beginnings.has(text.slice(at, at + this.shortest)) ? this.endAt(text, at, lengths) : undefined;
      if (end) {
        found.push({ kind: end.kind, start: at, end: end.end });
        at = end.end - 1;
      }
    }
    return found;
  }

  private endAt(text: string, at: number, lengths: readonly number[]): { kind: SecretKind; end: number } | undefined {
    for (const length of lengths) {
      const known = this.keys.get(text.slice(at, at + length));
      if (known && (known.inWords || isWord(text, at, at + length))) {
        return { kind: known.kind, end: this.endOfValue(text, at, known) };
      }
    }
    return undefined;
  }

  /** Where a value ends whose key was found. Another value may begin alike. */
  private endOfValue(text: string, at: number, { value, isPart = false }: Known): number {
    if (!isPart && text.startsWith(value, at)) {
      return at + value.length;
    }
    const end = at + Math.min(value.length, maxKey);
    rest.lastIndex = end;
    return rest.test(text) ? rest.lastIndex : end;
  }

  private addOne(value: string, kind: SecretKind): void {
    if (value.length >= least) {
      this.put({ kind, value, inWords: looksMadeUp(value, 12) });
    }
  }

  private put(known: Known): void {
    const key = known.value.slice(0, maxKey);
    if (!this.keys.has(key)) {
      this.keys.set(key, known);
      this.lengths.add(key.length);
      this.shortest = Math.min(this.shortest, key.length);
    }
  }
}

function isWord(text: string, start: number, end: number): boolean {
  return !/\w\w/.test(text.slice(start - 1, start + 1)) && !/\w\w/.test(text.slice(end - 1, end + 1));
}

/** What of a value is the same in Base64 wherever it stands: at the three places in a group of three bytes. */
function base64Of(value: string): string[] {
  return ['', 'x', 'xx'].map((before) => {
    const encoded = encode(before + value).split('=', 1)[0] ?? '';
    return encoded.slice(before.length === 0 ? 0 : before.length + 1, encoded.length - 1);
  });
}
