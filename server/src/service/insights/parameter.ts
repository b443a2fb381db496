import type { Localizer } from '../base/localizer';
import { shorten, sentence, type InsightReader, type Sentence } from './insight';
import { reasonOf } from './parameterReason';

/** A parameter and its value. */
interface ParameterValue {
  readonly name: string;
  readonly value: string;
}

/** A known wording, and what it means. */
interface Wording {
  /** Has the group `name`, and may have `value`. */
  readonly pattern: RegExp;
  /** The codes it is limited to, if the words alone are ambiguous. */
  readonly codes?: RegExp;
  readonly sentence: (l10n: Localizer, value: ParameterValue) => Sentence;
  readonly short: (l10n: Localizer, name: string) => string;
}

const invalid = /Parameter/;
const missing = /^MissingParameter/;

const notValid = (l10n: Localizer, name: string): string => l10n.t('{0} is not valid', name);

/** Names of parameters begin with a capital letter, and may have dots and indices: `DataDisks.0.DiskSize`. */
const wordings: readonly Wording[] = [
  {
    pattern:
      /[Tt]he value [`'"](?<value>[^\r\n]{0,200}?)[`'"] specified in the parameter [`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"] is not valid/,
    sentence: (l10n, { name, value }) =>
      sentence(l10n.t('The parameter {0} does not take the value {1}.'), name, value),
    short: notValid,
  },
  {
    pattern: /[Aa] value specified in [`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"] is not valid/,
    sentence: (l10n, { name }) =>
      sentence(l10n.t('The value of the parameter {0} is not valid, or is not supported.'), name),
    short: notValid,
  },
  {
    pattern: /参数 ?[`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"] ?取值类型错误/,
    sentence: (l10n, { name }) => sentence(l10n.t('The value of the parameter {0} has the wrong type.'), name),
    short: (l10n, name) => l10n.t('{0} has the wrong type', name),
  },
  {
    pattern: /missing a required parameter [`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"]/,
    sentence: (l10n, { name }) => sentence(l10n.t('The request lacks the parameter {0}.'), name),
    short: (l10n, name) => l10n.t('{0} is missing', name),
  },
  {
    pattern:
      /(?:^|[.;:!] |[)\]\n] ?)(?!(?:It|This|That|Parameter|Value|Field) )(?<name>[A-Z][\w.[\]-]{0,99}) is required(?!\w)/,
    codes: missing,
    sentence: (l10n, { name }) => sentence(l10n.t('The request lacks the parameter {0}.'), name),
    short: (l10n, name) => l10n.t('{0} is missing', name),
  },
  {
    pattern: /^(?<name>[A-Z][\w.[\]-]{0,99}): ?(?<value>[^\r\n]{0,200}?) not in list: ?\[/,
    codes: invalid,
    sentence: (l10n, { name, value }) =>
      sentence(
        l10n.t('The parameter {0} does not take the value {1}; the message lists those that it takes.'),
        name,
        value,
      ),
    short: notValid,
  },
  {
    pattern: /^(?<name>[A-Z][\w.[\]-]{0,99}): ?(?<value>[^\r\n]{0,200}?) is not int(?!\w)/,
    codes: invalid,
    sentence: (l10n, { name, value }) =>
      sentence(l10n.t('The parameter {0} must be an integer; the service rejected {1}.'), name, value),
    short: (l10n, name) => l10n.t('{0} has the wrong type', name),
  },
  {
    pattern: /[(（](?<name>[A-Z][\w.[\]-]{0,99})[)）][^，。,;；\r\n]{0,30}不能为空/,
    codes: invalid,
    sentence: (l10n, { name }) => sentence(l10n.t('The parameter {0} must not be empty.'), name),
    short: (l10n, name) => l10n.t('{0} is empty', name),
  },
  {
    pattern: /^(?<name>[A-Z][\w.[\]-]{0,99})值?不合法/,
    codes: invalid,
    sentence: (l10n, { name }) => sentence(l10n.t('The value of the parameter {0} is not valid.'), name),
    short: notValid,
  },
];

/** Reads the parameter that the message names, its value, and the reason from the end of the code. */
export const parameter: InsightReader = (failure, l10n) => {
  for (const wording of wordings) {
    const found = !wording.codes || wording.codes.test(failure.code) ? wording.pattern.exec(failure.message) : null;
    if (found) {
      const { name = '', value = '' } = found.groups ?? {};
      const reason = reasonOf(failure.code, l10n);
      return {
        id: 'parameter',
        sentences: [wording.sentence(l10n, { name, value }), ...(reason === undefined ? [] : [[reason]])],
        short: wording.short(l10n, shorten(name)),
      };
    }
  }
  return undefined;
};
