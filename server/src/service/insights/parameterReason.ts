import type { Localizer } from '../base/localizer';

/** The part after the first dot is the reason. */
const invalidParameter = /^InvalidParameter(?:Value)?\.([\w.]+)$/;

/** Suffixes of codes, longer ones first, and their meaning. */
const reasons: readonly (readonly [suffixes: readonly string[], reason: (l10n: Localizer) => string])[] = [
  [
    ['NotFound', 'NotExist', 'NotExists', 'NotExisted'],
    (l10n) => l10n.t('According to the code, what it refers to does not exist.'),
  ],
  [
    ['Duplicate', 'Duplicated', 'AlreadyExist', 'AlreadyExists', 'Repeated', 'Conflict'],
    (l10n) => l10n.t('According to the code, it is already in use, or was given twice.'),
  ],
  [['TooLong'], (l10n) => l10n.t('According to the code, it is too long.')],
  [['TooShort'], (l10n) => l10n.t('According to the code, it is too short.')],
  [['TooLarge', 'TooBig'], (l10n) => l10n.t('According to the code, it is too large.')],
  [['TooSmall'], (l10n) => l10n.t('According to the code, it is too small.')],
  [['Length'], (l10n) => l10n.t('According to the code, its length is wrong.')],
  [['Size'], (l10n) => l10n.t('According to the code, its size is wrong.')],
  [['Range', 'LimitExceed', 'LimitExceeded'], (l10n) => l10n.t('According to the code, it is out of range.')],
  [['NotEmpty'], (l10n) => l10n.t('According to the code, it must be empty.')],
  [['Empty', 'IsNull'], (l10n) => l10n.t('According to the code, it is empty.')],
  [
    ['Malformed', 'InvalidFormat', 'FormatError', 'Format'],
    (l10n) => l10n.t('According to the code, the format is invalid.'),
  ],
  [['NotSupported', 'NotSupport', 'Unsupported'], (l10n) => l10n.t('According to the code, it is not supported here.')],
];

/** Why a parameter is invalid, according to the end of the code; undefined if that is unknown. */
export function reasonOf(code: string, l10n: Localizer): string | undefined {
  const suffix = invalidParameter.exec(code)?.[1];
  return suffix === undefined
    ? undefined
    : reasons.find(([suffixes]) => suffixes.some((each) => suffix.endsWith(each)))?.[1](l10n);
}
