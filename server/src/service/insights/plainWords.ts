import { readerOf } from './wording';

/** Codes that products use for failures of all kinds. */
const vagueCodes =
  /^(?:FailedOperation|InternalError|InternalServerError|LimitExceeded|OperationDenied|ResourceUnavailable|UnsupportedOperation)(?!\w)/;

/** Reads a message that says plainly what went wrong. */
export const plainWords = readerOf('plain-words', [
  {
    patterns: [
      /invalid header (?:field )?value|return character\(s\) in header value|invalid character in header content/i,
      /unexpected char 0x[0-9a-f]{2,4} at \d{1,5} in [\w-]{1,40} value/i,
    ],
    tell: (l10n) => [
      l10n.t(
        'A header has a character that HTTP does not allow, most often a line break at the end of the SecretId: strip the key (`trim`, `strip`) where it is read. The request was not sent.',
      ),
    ],
    short: (l10n) => l10n.t('invalid character in a header'),
    verdict: { fault: 'caller', retry: 'after-fixing' },
  },
  {
    patterns: [
      /(?:does|do|did) not exist(?!\w)|(?<!\w)(?:not exist|not found)(?!\w)/i,
      /不存在|未找到|找不到|无法找到/,
    ],
    codes: vagueCodes,
    tell: (l10n) => [
      l10n.t(
        'According to the message something does not exist: check the IDs and names in the request, and the region of the call.',
      ),
    ],
    short: (l10n) => l10n.t('something does not exist'),
    verdict: { fault: 'caller', retry: 'after-fixing', code: 'ResourceNotFound' },
  },
]);
