import { sentence } from './insight';
import { readerOf, type Wording } from './wording';

const rest: Pick<Wording, 'short' | 'verdict'> = {
  short: (l10n) => l10n.t('text too long'),
  verdict: { fault: 'caller', retry: 'after-fixing' },
};

/** Reads that the text of a request is too long, and the limit. */
export const textLength = readerOf('text-length', [
  {
    patterns: [
      /(?:single )?request(?:'s)?(?: text)? length (?:is |must be |should be |needs to be )?(?:less|shorter|lower|smaller) than [`'"]?(?<limit>\d{1,9})/i,
      /(?:text|content|query|prompt|input)(?: length)? (?:is too long|exceeds?|exceeded|must not exceed|cannot exceed|should not exceed|is longer than)[^.\d\r\n]{0,40}(?:(?:max|limit|length|most)[^.\d\r\n]{0,20})?[`'"]?(?<limit>\d{2,9})[`'"]? ?(?:characters?|chars?|bytes?|words?|tokens?)?/i,
      /(?:文本|单次请求|文字|内容)[^，。；\r\n\d]{0,12}(?:长度|字数|字符数)?[^，。；\r\n\d]{0,8}(?:低于|小于|少于|超过|超出|大于|不超过)[^，。；\r\n\d]{0,8}(?<limit>\d{2,9}) ?个?(?:字符|字节|汉字|中文|字)?/,
    ],
    tell: (l10n, valueOf) =>
      sentence(
        l10n.t('The text is too long, the limit is {0}: split it, and send the parts one by one.'),
        valueOf('limit'),
      ),
    ...rest,
  },
  {
    patterns: [
      /(?<!\w)text (?:is )?too long(?!\w)/i,
      /文本(?:长度|内容)?(?:过长|太长|超长|超(?:过|出)(?:最大)?(?:长度)?(?:限制|上限))/,
    ],
    tell: (l10n) => [
      l10n.t(
        "The text is too long: the action's documentation has the limit. Split it, and send the parts one by one.",
      ),
    ],
    ...rest,
  },
]);
