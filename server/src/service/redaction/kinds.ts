import type { Localizer } from '../base/localizer';

const names = {
  Authorization: () => 'Authorization',
  'pre-signed URL': (l10n: Localizer) => l10n.t('pre-signed URL'),
  SecretKey: () => 'SecretKey',
  SecretId: () => 'SecretId',
  token: (l10n: Localizer) => l10n.t('token'),
  signature: (l10n: Localizer) => l10n.t('signature'),
  UserSig: () => 'UserSig',
  password: (l10n: Localizer) => l10n.t('password'),
  cookie: (l10n: Localizer) => l10n.t('cookie'),
  'private key': (l10n: Localizer) => l10n.t('private key'),
  'API key': (l10n: Localizer) => l10n.t('API key'),
  'phone number': (l10n: Localizer) => l10n.t('phone number'),
  'identity card number': (l10n: Localizer) => l10n.t('identity card number'),
} satisfies Record<string, (l10n: Localizer) => string>;

/** A kind of secret. */
export type SecretKind = keyof typeof names;

/** All kinds, in the order in which they are named. */
export const secretKinds = Object.keys(names) as readonly SecretKind[];

/** The name of a kind of secret, in the language of `l10n`. */
export function secretName(kind: SecretKind, l10n: Localizer): string {
  const name: (l10n: Localizer) => string = names[kind];
  return name(l10n);
}

/** A secret in a text. */
export interface Secret {
  readonly kind: SecretKind;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}
