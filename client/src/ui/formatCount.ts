import { l10n } from 'vscode';

const nouns = {
  file: [() => l10n.t('1 file'), (n: number) => l10n.t('{0} files', n)],
  response: [() => l10n.t('1 response'), (n: number) => l10n.t('{0} responses', n)],
  'API response': [() => l10n.t('1 API response'), (n: number) => l10n.t('{0} API responses', n)],
  failure: [() => l10n.t('1 failure'), (n: number) => l10n.t('{0} failures', n)],
  problem: [() => l10n.t('1 problem'), (n: number) => l10n.t('{0} problems', n)],
  product: [() => l10n.t('1 product'), (n: number) => l10n.t('{0} products', n)],
  'error code': [() => l10n.t('1 error code'), (n: number) => l10n.t('{0} error codes', n)],
  code: [() => l10n.t('1 code'), (n: number) => l10n.t('{0} codes', n)],
} as const;

/** A count with its noun, such as `1 file` or `2 files`. */
export function formatCount(noun: keyof typeof nouns, count: number): string {
  const [one, many] = nouns[noun];
  return count === 1 ? one() : many(count);
}
