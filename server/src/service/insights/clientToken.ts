import { readerOf } from './wording';

/** Reads that a call has to be sent with a new `ClientToken`, against the general advice to keep it. */
export const clientToken = readerOf('client-token', [
  {
    patterns: [
      /(?:更新|更换|修改|替换|重新生成|使用新的?)(?:一个)?(?:新的?)? ?[`'"“]?ClientToken/i,
      /(?:update|change|replace|renew|regenerate|new|different|another) (?:the |your |a |value of )?[`'"]?ClientToken/i,
    ],
    tell: (l10n) => [
      l10n.t(
        'Retry with a new `ClientToken`: with the old one the service only answers this failure again. Check first that the failed call has created nothing.',
      ),
    ],
    short: (l10n) => l10n.t('needs a new ClientToken'),
    verdict: { fault: 'service', retry: 'after-fixing' },
  },
]);
