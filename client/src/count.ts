import { l10n } from 'vscode';

const nouns = {
  file: [() => l10n.t('1 file'), (count: number) => l10n.t('{0} files', count)],
  response: [() => l10n.t('1 response'), (count: number) => l10n.t('{0} responses', count)],
  'API response': [() => l10n.t('1 API response'), (count: number) => l10n.t('{0} API responses', count)],
  failure: [() => l10n.t('1 failure'), (count: number) => l10n.t('{0} failures', count)],
  problem: [() => l10n.t('1 problem'), (count: number) => l10n.t('{0} problems', count)],
  code: [() => l10n.t('1 code'), (count: number) => l10n.t('{0} codes', count)],
} as const;

/** A number with its noun, such as `1 file` or `2 files`. */
export function count(noun: keyof typeof nouns, number: number): string {
  const [one, many] = nouns[noun];
  return number === 1 ? one() : many(number);
}
