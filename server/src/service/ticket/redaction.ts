/** What kind of secret was taken out. */
export type SecretKind = 'SecretId' | 'SecretKey' | 'token' | 'signature' | 'Authorization' | 'pre-signed URL';

export interface Redacted {
  readonly text: string;
  /** Each kind once, in the order of the rules below. */
  readonly removed: readonly SecretKind[];
}

interface RedactionRule {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly replacement: string;
}

const gone = '[removed]';

/** Between a name and its value: quotes (escaped ones too), blanks, and a colon or an equals sign. */
const is = String.raw`\\{0,2}["']?\s{0,4}(?:[:=]|%3[AaDd])\s{0,4}\\{0,2}["']?`;

/** A value up to the next quote, blank, comma, ampersand or bracket. */
const value = String.raw`[^\s"'\\,;&<>(){}\[\]]{1,8192}`;

/** In this order: a header first, since it holds an id and a signature itself. */
const rules: readonly RedactionRule[] = [
  {
    kind: 'Authorization',
    pattern: new RegExp(String.raw`(\b(?:proxy-)?authorization${is})[^"'\\\r\n]{1,8192}`, 'gi'),
    replacement: `$1${gone}`,
  },
  {
    kind: 'Authorization',
    pattern: /\b(TC3-HMAC-SHA256 {1,4})Credential=[^"'\\\r\n]{1,8192}/gi,
    replacement: `$1${gone}`,
  },
  { kind: 'Authorization', pattern: new RegExp(String.raw`\b(Bearer {1,4})${value}`, 'g'), replacement: `$1${gone}` },
  {
    kind: 'pre-signed URL',
    pattern: new RegExp(String.raw`\b(q-(?:ak|signature)(?:=|%3D))${value}`, 'gi'),
    replacement: `$1${gone}`,
  },
  {
    kind: 'SecretKey',
    pattern: new RegExp(String.raw`((?:secret|access|private)[_-]?key${is})${value}`, 'gi'),
    replacement: `$1${gone}`,
  },
  { kind: 'SecretId', pattern: new RegExp(String.raw`(secret[_-]?id${is})${value}`, 'gi'), replacement: `$1${gone}` },
  // SecretIds begin with AKID on the China site, with IKID on the international one.
  { kind: 'SecretId', pattern: /\b([AI]KID)[\w-]{6,256}/g, replacement: `$1${gone}` },
  { kind: 'token', pattern: new RegExp(String.raw`(token${is})${value}`, 'gi'), replacement: `$1${gone}` },
  { kind: 'signature', pattern: new RegExp(String.raw`(signature${is})${value}`, 'gi'), replacement: `$1${gone}` },
];

/** Takes secrets out of a text that leaves the editor. What stands around them stays, so that the text can be read. */
export function redact(text: string): Redacted {
  const removed = new Set<SecretKind>();
  let result = text;
  for (const { kind, pattern, replacement } of rules) {
    result = result.replace(pattern, (match: string, prefix: unknown) => {
      const kept = replacement.replace('$1', () => (typeof prefix === 'string' ? prefix : ''));
      if (match !== kept) {
        removed.add(kind);
      }
      return kept;
    });
  }
  return { text: result, removed: [...removed] };
}
