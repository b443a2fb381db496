import { createHash } from 'node:crypto';
import { stripVTControlCharacters } from 'node:util';

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const urlSafe = `${alphanumeric}-_`;

/** What stands for a secret in a text, by name: how it is made up from a seed. No scanner finds any in this file. */
const makers: Readonly<Record<string, (seed: string) => string>> = {
  id: (seed) => `AKID${body(seed, 32)}`,
  intlId: (seed) => `IKID${body(seed, 32)}`,
  key: (seed) => body(seed, 32),
  token: (seed) => `${body(seed, 70, urlSafe)}Aa1==`,
  hash: (seed) => body(seed, 64, '0123456789abcdef'),
  md5: (seed) => body(seed, 32, '0123456789abcdef'),
  uuid: (seed) => body(seed, 32, '0123456789abcdef').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  password: (seed) => `${body(seed, 14)}!#^*_.~?`,
  wild: (seed) => `${body(seed, 7)}"'<&>,;%{}()[]\\/${body(`${seed}-`, 7)}`,
  words: (seed) => [1, 2, 3, 4].map((word) => letters(`${seed}${word}`, 7)).join(' '),
  letters: (seed) => letters(seed, 9),
  digits: (seed) => body(seed, 8, '0123456789'),
  base64: (seed) => body(seed, 48, `${alphanumeric}+/`),
  userSig: (seed) => `eJw${body(seed, 120, `${alphanumeric}*-`)}_`,
  jwt: (seed) => ['eyJ', '.eyJ', '.'].map((head, part) => head + body(`${seed}${part}`, 40, urlSafe)).join(''),
  phone: (seed) => `13${body(seed, 9, '0123456789')}`,
  idCard: (seed) => withCheckDigit(`11010519900307${body(seed, 3, '123456789')}`),
  aws: (seed) => `AKIA${body(seed, 16, base32)}`,
  alibaba: (seed) => `LTAI${body(seed, 20)}`,
  volcengine: (seed) => `AKLT${body(seed, 40)}`,
  baidu: (seed) => `ALTAK${body(seed, 21)}`,
  github: (seed) => `ghp_${body(seed, 36)}`,
  githubFine: (seed) => `github_pat_${body(seed, 82)}`,
  gitlab: (seed) => `glpat-${body(seed, 20)}`,
  slack: (seed) => `xoxb-${body(seed, 11, '0123456789')}-${body(`${seed}-`, 24)}`,
  stripe: (seed) => `sk_live_${body(seed, 24)}`,
  google: (seed) => `AIza${body(seed, 35, urlSafe)}`,
  googleOAuth: (seed) => `ya29.${body(seed, 60, urlSafe)}`,
  npm: (seed) => `npm_${body(seed, 36)}`,
  pypi: (seed) => `pypi-${body(seed, 80, urlSafe)}`,
  openai: (seed) => `sk-proj-${body(seed, 48)}`,
  anthropic: (seed) => `sk-ant-api03-${body(seed, 93, urlSafe)}`,
  huggingFace: (seed) => `hf_${body(seed, 34)}`,
  sendGrid: (seed) => `SG.${body(seed, 22)}.${body(`${seed}-`, 43)}`,
  telegram: (seed) => `1234567890:AA${body(seed, 33, urlSafe)}`,
  docker: (seed) => `dckr_pat_${body(seed, 27)}`,
  digitalOcean: (seed) => `dop_v1_${body(seed, 64, '0123456789abcdef')}`,
  vault: (seed) => `hvs.${body(seed, 90)}`,
  shopify: (seed) => `shpat_${body(seed, 32, '0123456789abcdef')}`,
  twilio: (seed) => `SK${body(seed, 32, '0123456789abcdef')}`,
};

/** What all secrets of a kind begin with, which is no secret. */
const prefixes = [
  ...['AKID', 'IKID', 'AKIA', 'LTAI', 'AKLT', 'ALTAK', 'ghp_', 'github_pat_', 'glpat-', 'xoxb-', 'sk_live_', 'AIza'],
  ...['ya29.', 'npm_', 'pypi-', 'sk-proj-', 'sk-ant-api03-', 'hf_', 'SG.', 'dckr_pat_', 'dop_v1_', 'hvs.', 'shpat_'],
  ...['eyJ', 'eJw', '1234567890:AA'],
];

/** How a secret is written: as it is, or encoded. */
const encoders: Readonly<Record<string, (secret: string) => string>> = {
  json: (secret) => JSON.stringify(secret).slice(1, -1),
  json2: (secret) => JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
  percent: (secret) => encodeURIComponent(secret).replaceAll("'", '%27'),
  html: (secret) =>
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`)
      .replaceAll('"', '&quot;'),
  jsonPercent: (secret) => encodeURIComponent(JSON.stringify(secret).slice(1, -1)),
  csv: (secret) => secret.replaceAll('"', '""'),
  php: (secret) => secret.replace(/[\\']/g, '\\$&'),
  zeroWidth: (secret) => Array.from(secret).join('\u200b'),
  ansi: (secret) => `${secret.slice(0, 9)}\u001b[1m${secret.slice(9)}\u001b[0m`,
  fullWidth: (secret) => secret.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0x21 + 0xff01)),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  basic: (secret) => Buffer.from(`user:${secret}`).toString('base64'),
  lines: (secret) => secret.replace(/.{24}/g, '$&\n'),
  half: (secret) => secret.slice(0, 20),
};

/** A text with secrets in it, and what shall become of it. */
export interface Placed {
  readonly text: string;
  /** The text with every marked place replaced. */
  readonly expected: string;
  readonly secrets: readonly string[];
}

/**
 * Fills in a template: `{key}` is a made-up secret, `{key:json}` the same secret encoded, `{key 2}` another one, and
 * what stands in `‹…›` is to be taken out.
 */
export function place(template: string, seed: string, replacement = '[removed]'): Placed {
  const secrets = new Set<string>();
  const fill = (whole: string, name: string, number = '', encoder?: string): string => {
    const secret = makers[name]?.(`${seed}${name}${number}`);
    if (secret === undefined) {
      return whole;
    }
    secrets.add(secret);
    return encoder === undefined ? secret : (encoders[encoder]?.(secret) ?? '');
  };
  const filled = template.replace(/\{(\w+?)( \d)?(?::(\w+))?\}/g, fill);
  return {
    text: filled.replace(/[‹›]/g, ''),
    expected: filled.replace(/‹[^›]*›/g, replacement),
    secrets: [...secrets],
  };
}

/** The first piece of a secret that is still in a text, however it is written there; undefined if there is none. */
export function leakOf(secrets: readonly string[], text: string): string | undefined {
  const plain = stripVTControlCharacters(text).replaceAll('\u200b', '').normalize('NFKC');
  for (const secret of secrets) {
    const bare = secret.slice(prefixes.find((prefix) => secret.startsWith(prefix))?.length ?? 0);
    for (const form of [bare, Buffer.from(secret).toString('base64')]) {
      const length = Math.min(6, form.length);
      for (let at = 0; at + length <= form.length; at++) {
        const piece = form.slice(at, at + length);
        if (plain.includes(piece)) {
          return piece;
        }
      }
    }
  }
  return undefined;
}

/** Characters that only depend on the seed. The first ones are a lower-case letter, a digit and a capital, if there are any. */
function body(seed: string, length: number, alphabet = alphanumeric): string {
  let text = alphabet === alphanumeric ? 'x7Q' : '';
  for (let block = 0; text.length < length; block++) {
    for (const byte of createHash('sha512').update(`${seed}/${block}`).digest()) {
      text += alphabet[byte % alphabet.length] ?? '';
    }
  }
  return text.slice(0, length);
}

function letters(seed: string, length: number): string {
  return body(seed, length, 'bcdfghjklmnpqrstvwxz');
}

/** A number of a Chinese identity card, GB 11643. */
function withCheckDigit(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}
