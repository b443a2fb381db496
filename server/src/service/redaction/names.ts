import type { SecretKind } from './kinds';

/** What a name before a secret says of the value. */
export interface NameClass {
  readonly kind: SecretKind;
  /** The name is short or means other things as well: only values that a machine made up count. */
  readonly vague: boolean;
}

/** A name in a text that a secret may follow. */
export interface SecretName extends NameClass {
  /** The name alone, in lower case and without separators, such as `secretkey`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Names end in one of these. A space stands for a space, `_`, `-`, `.` or nothing. */
const classes: readonly (readonly [SecretKind, clear: string, vague?: string])[] = [
  ['Authorization', 'authorization'],
  ['pre-signed URL', 'q ak|q signature|tx secret|goog credential|goog signature|amz credential'],
  [
    'SecretKey',
    'secret key|secret access key|access key|access key secret|master key|account key|signing key|encryption key|密钥|私钥',
    'sk',
  ],
  ['SecretId', 'secret id|access key id|access id', 'ak|credential'],
  ['token', 'token|令牌', 'jwt|session key|session id|sess id|skey'],
  ['signature', 'signature|签名', 'sig|sign'],
  ['UserSig', 'user sig|private map key'],
  ['password', 'password|passwd|pwd|passphrase|passcode|identified by|密码|口令', 'pass|auth'],
  ['cookie', 'set cookie|cookie'],
  ['private key', 'private key|client key data'],
  [
    'API key',
    'app key|api key|auth key|aes key|sdk key|license key|subscription key|app secret|client secret|consumer secret|secret',
  ],
  [
    'phone number',
    'phone number set|phone number|mobile number|mobile phone|mobile|telephone|phone|手机号码|手机号|电话',
  ],
  ['identity card number', 'id card number|identity card|id card|id number|身份证号码|身份证号|身份证'],
];

const known = new Map<string, NameClass>(
  classes.flatMap(([kind, clear, vague = '']) => [
    ...clear.split('|').map((name) => [name.replaceAll(' ', ''), { kind, vague: false }] as const),
    ...vague.split('|').map((name) => [name.replaceAll(' ', ''), { kind, vague: true }] as const),
  ]),
);

const alternatives = classes
  .flatMap(([, clear, vague]) => [clear, ...(vague === undefined ? [] : [vague])])
  .join('|')
  .replaceAll(' ', '[ _.-]?');

/** A name at the end of a word, perhaps in the plural, with a number or with a word that does not change its meaning. */
const names = new RegExp(
  `(${alternatives})(?:e?s|[_.-]?(?:value|str|string|text|plain|base64|prod|dev|test|new|old|confirm|\\d{1,3}))?(?![A-Za-z0-9_])`,
  'gi',
);

/** The next name at or after an offset; undefined if there is none. */
export function nextName(text: string, from: number): SecretName | undefined {
  names.lastIndex = from;
  for (let match = names.exec(text); match; match = names.exec(text)) {
    const name = normalized(match[1] ?? '');
    const found = known.get(name);
    if (found && (name.length > 4 || startsWord(text, match.index))) {
      return { ...found, name, start: match.index, end: names.lastIndex };
    }
  }
  return undefined;
}

/** Whether a text is itself the name of a secret, as in a list of parameters. */
export function isName(text: string): boolean {
  return known.has(normalized(text));
}

function normalized(text: string): string {
  return text.toLowerCase().replace(/[ _.-]/g, '');
}

/** `sign` in `sign` and `urlSign`, but not in `design`. */
function startsWord(text: string, at: number): boolean {
  const [before, first] = [text.charAt(at - 1), text.charAt(at)];
  return !/[A-Za-z]/.test(before) || (/[a-z]/.test(before) && /[A-Z]/.test(first));
}
