import type { Secret, SecretKind } from './kinds';
import type { PlainView } from './plainView';
import { placeholderAt, looksMadeUp } from './plausible';

interface Shape {
  readonly kind: SecretKind;
  /** If it has a group, only that is the secret. */
  readonly pattern: RegExp;
  readonly accept?: (value: string, text: string, at: number) => boolean;
  /** What the text must speak of. */
  readonly about?: RegExp;
}

const phones = /phone|\btel\b|mobile|\bsms|faceid|手机|电话|短信|号码/i;

/** Secrets that are known by their form, without a name. */
const shapes: readonly Shape[] = [
  {
    kind: 'Authorization',
    pattern: /\bTC3-HMAC-SHA256\s{1,4}(Credential=[^\s,"']+(?:,\s{0,9}[\w-]{1,40}=[^\s,"'\]]+)*)/dgi,
  },
  {
    kind: 'Authorization',
    pattern: /\bBearer:?\s{1,4}([^\s"'`\\,;&<>(){}[\]]{6,})/dgi,
    accept: (value) => looksMadeUp(value, 6),
  },
  { kind: 'pre-signed URL', pattern: /[?&](?:sign|txSecret)=([\w%-]{16,})/dgi },
  {
    kind: 'pre-signed URL',
    pattern: /:\/\/[\w.:-]{1,200}\/(?:\d{12}\/([\da-f]{32})(?=\/)|([\da-f]{32})(?=\/[\da-f]{8}\/))/dgi,
  },
  { kind: 'SecretId', pattern: /[AI]KID[\w-]{6,}/dg },
  // The SecretKey beside its SecretId, as in a call of an SDK.
  {
    kind: 'SecretKey',
    pattern: /[AI]KID\w{13,40}["'`)\s]{0,4}[,:;/|\s]["'`(\s]{0,4}([A-Za-z\d]{32})(?![A-Za-z\d])/dg,
    accept: (value) => /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value),
  },
  { kind: 'token', pattern: /(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]{8,}){1,4}/dg },
  { kind: 'UserSig', pattern: /\beJ[wxyz][\w*-]{50,}/dg },
  { kind: 'private key', pattern: /\bLS0tLS1CRUdJTi(?!BDRVJU|BQVUJM)[\w+/=]{20,}/dg },
  {
    kind: 'API key',
    pattern:
      /\b(?:A3T[A-Z\d]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b|\b(?:LTAI|AKLT|ALTAK|AKTP)[\w-]{12,}|\b(?:gh[pousr]_|github_pat_|glpat-|gl[a-z]{2,5}-|npm_|pypi-|hf_|dop_v1_|doo_v1_|dckr_pat_|shp(?:at|ca|pa|ss)_|whsec_|lin_api_|glsa_|ATATT3|PMAK-|sq0atp-|sk-|[sr]k_(?:live|test)_|hv[sb]\.|GOCSPX-|ya29\.|SG\.)[\w.-]{16,}|\bAIza[\w-]{35}|\bxox[abeoprs]-[\w-]{10,}|\bxapp-[\w-]{10,}|\bSK[\da-f]{32}\b|\bdapi[\da-f]{32}\b/dg,
    // A text with a hyphen may begin alike, such as sk-learn-is-a-library. AWS's may be letters alone.
    accept: (value) => /\d|[a-z][A-Z]|^[A-Z]{20}$/.test(value),
  },
  // What was expected and what was sent.
  { kind: 'signature', pattern: /(?<![\w=])[\da-f]{64}\b/dg, about: /signature|签名/i },
  { kind: 'API key', pattern: /\b(?:bot)?(\d{8,10}:AA[\w-]{32,})/dg },
  {
    kind: 'API key',
    pattern:
      /(?:\/webhook\/send\?key=|\/bot\/v2\/hook\/|hooks\.slack\.com\/services\/\w{1,20}\/\w{1,20}\/)([\w-]{16,})/dg,
  },
  { kind: 'password', pattern: /\s-p([^\s"'`-][^\s"'`]{3,})/dg, accept: isOfMysql },
  { kind: 'password', pattern: /(?:^|\s)(?:-u|--user)[ =]["']?[^\s:"'=]{1,100}:([^\s"'`]{3,})/dg },
  { kind: 'phone number', pattern: /\+86[ -]?1[3-9]\d{9}(?!\d)/dg },
  { kind: 'password', pattern: /\bthin:[\w.$]{1,60}\/([^\s"'`@]{1,200})(?=@)/dg },
  { kind: 'phone number', pattern: /(?<![\d./_-])(?:86)?1[3-9]\d{9}(?![\d./_-])/dg, about: phones },
  { kind: 'phone number', pattern: /\+[1-9][\d -]{8,18}\d(?!\d)/dg, about: phones },
  {
    kind: 'identity card number',
    pattern: /(?<![\da-zA-Z])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![\da-zA-Z])/dg,
    accept: hasCheckDigit,
  },
];

/** The secrets that are known by their form. */
export function shapedSecrets({ text }: PlainView): Secret[] {
  const found: Secret[] = keyBlocks(text);
  for (const { kind, pattern, accept, about } of shapes) {
    if (about && !about.test(text)) {
      continue;
    }
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.[1] ?? indices?.[2] ?? indices?.[0] ?? [0, 0];
      if (placeholderAt(text, start) === 0 && (!accept || accept(text.slice(start, end), text, start))) {
        found.push({ kind, start, end: text[end - 1] === '.' ? end - 1 : end });
      }
    }
  }
  return [...found, ...passwordsOfUrls(text)];
}

function isOfMysql(_: string, text: string, at: number): boolean {
  return /\bmysql/.test(text.slice(Math.max(0, at - 200), at));
}

/** The last character of a Chinese identity card number follows from the others (GB 11643). */
function hasCheckDigit(value: string): boolean {
  const sum = Array.from(value.slice(0, 17)).reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return value.slice(-1).toUpperCase() === '10X98765432'.charAt(sum % 11);
}

const edgeOfKey = /-----(BEGIN|END) [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** Private keys of PEM, SSH and PGP, with their first and last line. Without a last line, all that looks like a key. */
function keyBlocks(text: string): Secret[] {
  const found: Secret[] = [];
  let open = false;
  for (const { 0: edge, 1: which, index } of text.matchAll(edgeOfKey)) {
    const end = index + edge.length;
    if (which === 'BEGIN') {
      found.push({ kind: 'private key', start: index, end: endOfKeyLines(text, end) });
    } else if (open) {
      const start = found.pop()?.start ?? index;
      found.push({ kind: 'private key', start, end });
    }
    open = which === 'BEGIN';
  }
  return found;
}

const lineOfKey = /(?:\s{1,20}[\w+/=]{16,})*/y;

function endOfKeyLines(text: string, from: number): number {
  lineOfKey.lastIndex = from;
  return lineOfKey.test(text) ? lineOfKey.lastIndex : from;
}

const afterScheme = /:\/\/([^\s"'`<>|]+)/dg;
const dataSource = /@(?:tcp|unix|udp)\(/g;

/** Passwords in `scheme://user:password@host` and `user:password@tcp(host)`. */
function passwordsOfUrls(text: string): Secret[] {
  const found: Secret[] = [];
  for (const { 1: rest = '', indices } of text.matchAll(afterScheme)) {
    const query = rest.indexOf('?');
    const at = query > 0 && rest.lastIndexOf('@', query) > 0 ? rest.lastIndexOf('@', query) : rest.lastIndexOf('@');
    found.push(...passwordOf(rest.slice(0, Math.max(0, at)), indices?.[1]?.[0] ?? 0));
  }
  for (const { index } of text.matchAll(dataSource)) {
    const start = Math.max(0, index - 300);
    const login =
      text
        .slice(start, index)
        .split(/[\s"'`=]/)
        .at(-1) ?? '';
    found.push(...passwordOf(login, index - login.length));
  }
  return found;
}

/** The secret in `user:password`, or in a user name that looks made up. */
function passwordOf(login: string, start: number): Secret[] {
  const colon = login.indexOf(':');
  const user = colon < 0 ? login : login.slice(0, colon);
  const password = colon < 0 ? '' : login.slice(colon + 1);
  const isLogin = !user.includes('/') && !/^\d{1,5}\//.test(password);
  if (!isLogin || placeholderAt(password, 0) > 0 || /^\*+$/.test(password)) {
    return [];
  }
  return password !== ''
    ? [{ kind: 'password', start: start + colon + 1, end: start + login.length }]
    : looksMadeUp(user, 16)
      ? [{ kind: 'password', start, end: start + user.length }]
      : [];
}
