import type { Localizer } from '../base/localizer';

type Say = (l10n: Localizer, part: string) => string;

/** What the first segment of a code says of a second one that only names a thing. */
const ofThings: Readonly<Record<string, Say>> = {
  InvalidParameter: (l10n, part) => l10n.t('`{0}` is not accepted.', part),
  InvalidParameterValue: (l10n, part) => l10n.t('The value of `{0}` is not accepted.', part),
  MissingParameter: (l10n, part) => l10n.t('`{0}` is missing.', part),
  UnknownParameter: (l10n, part) => l10n.t('`{0}` is not a known parameter.', part),
  ResourceNotFound: (l10n, part) => l10n.t('`{0}` was not found.', part),
  ResourceInUse: (l10n, part) => l10n.t('`{0}` is in use, or already exists.', part),
  ResourceUnavailable: (l10n, part) => l10n.t('`{0}` is not available at present.', part),
  ResourceInsufficient: (l10n, part) => l10n.t('Not enough: `{0}`.', part),
  LimitExceeded: (l10n, part) => l10n.t('A limit is exceeded: `{0}`.', part),
  InternalError: (l10n, part) => l10n.t('A part of the service failed: `{0}`.', part),
};

/** What it says of a second one that names what cannot be done. An `Error` at its end would speak of something else. */
const ofRefusals: Readonly<Record<string, Say>> = {
  UnauthorizedOperation: (l10n, part) => l10n.t('No permission: `{0}`.', part),
  UnsupportedOperation: (l10n, part) => l10n.t('Not supported: `{0}`.', part),
};

/** What it says of a second one that names an operation. */
const ofOperations: Readonly<Record<string, Say>> = {
  FailedOperation: (l10n, part) => l10n.t('`{0}` failed.', part),
  InternalError: (l10n, part) => l10n.t('`{0}` failed.', part),
};

/** The first segments of which the second one names the parameter that is wrong. */
const ofParameters = new Set(['InvalidParameter', 'InvalidParameterValue', 'MissingParameter', 'UnknownParameter']);

/** Whether the second segment of a code with this first one may be no more than the name of a parameter. */
export function isOfParameters(head: string): boolean {
  return ofParameters.has(head);
}

/** What a code says whose second segment is only a name; undefined if the first one says nothing of it. */
export function sayByHead(
  head: string,
  { isOperation, hasError }: { readonly isOperation: boolean; readonly hasError: boolean },
): Say | undefined {
  const ofNames = isOperation && !isOfParameters(head) && head !== 'LimitExceeded' ? ofOperations : ofThings;
  const table = Object.hasOwn(ofRefusals, head) && !hasError ? ofRefusals : ofNames;
  return Object.hasOwn(table, head) ? table[head] : undefined;
}
