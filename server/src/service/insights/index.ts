import type { Localizer } from '../base/localizer';
import { account } from './account';
import { busy } from './busy';
import { camDenial } from './camDenial';
import { camUnnamed } from './camUnnamed';
import { cidrConflict } from './cidrConflict';
import { clientToken } from './clientToken';
import { clockSkew } from './clockSkew';
import type { FailureTexts, Insight, InsightReader } from './insight';
import { offer } from './offer';
import { oldApi } from './oldApi';
import { parameter } from './parameter';
import { plainWords } from './plainWords';
import { quota } from './quota';
import { rateLimit } from './rateLimit';
import { requestId } from './requestId';
import { requestSize } from './requestSize';
import { resourceId } from './resourceId';
import { textLength } from './textLength';

export { sentence, type FailureTexts, type Insight, type PolicyDraft, type Sentence, type Verdict } from './insight';

/** In the order they are shown: the most specific first. */
const readers: readonly InsightReader[] = [
  rateLimit,
  clockSkew,
  camDenial,
  camUnnamed,
  offer,
  account,
  cidrConflict,
  clientToken,
  busy,
  plainWords,
  quota,
  oldApi,
  parameter,
  requestSize,
  textLength,
  resourceId,
  requestId,
];

/** Only this many UTF-16 units of a text are examined. */
const maxTextLength = 4000;

/**
 * What the message of a failure adds to the meaning of its code. Wordings change without notice: an unknown one yields
 * no insight, never a guess.
 */
export function insightsOf({ code, message, requestId: id, call }: FailureTexts, l10n: Localizer): Insight[] {
  const failure = { code: prepare(code), message: prepare(message), requestId: prepare(id), call: call ?? unknownCall };
  return failure.message === '' ? [] : readers.flatMap((read) => read(failure, l10n) ?? []);
}

const unknownCall = (): object => ({});

function prepare(text = ''): string {
  return text.slice(0, maxTextLength).trim();
}
