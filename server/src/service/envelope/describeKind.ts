import type { Localizer } from '../base/localizer';
import type { ValueKind } from './envelope';

/** A kind of value with its article, for messages. */
export function describeKind(kind: ValueKind, l10n: Localizer): string {
  switch (kind) {
    case 'null':
      return '`null`';
    case 'object':
      return l10n.t('an object');
    case 'array':
      return l10n.t('an array');
    case 'string':
      return l10n.t('a string');
    case 'number':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('a boolean');
    case 'invalid':
      return l10n.t('an invalid value');
  }
}
