import type { Localizer } from '../base/localizer';
import { camDenial } from './camDenial';
import { clockSkew } from './clockSkew';
import type { FailureTexts, Insight, InsightReader } from './insight';
import { parameter } from './parameter';
import { quota } from './quota';
import { rateLimit } from './rateLimit';
import { requestId } from './requestId';
import { requestSize } from './requestSize';

export type { FailureTexts, Insight, PolicyDraft, Sentence } from './insight';

/** In the order in which they are told: what says most of the failure first. */
const readers: readonly InsightReader[] = [rateLimit, clockSkew, camDenial, quota, parameter, requestSize, requestId];

/** UTF-16 units of a text that are looked at. */
const maxTextLength = 4000;

/**
 * What the message of this very failure adds to what its code says. Wordings change without notice: what does not fit one
 * that is known gives no insight, never a guess.
 */
export function insightsOf({ code, message, requestId: id }: FailureTexts, l10n: Localizer): Insight[] {
  const failure = { code: ready(code), message: ready(message), requestId: ready(id) };
  return failure.message === '' ? [] : readers.flatMap((read) => read(failure, l10n) ?? []);
}

function ready(text = ''): string {
  return text.slice(0, maxTextLength).trim();
}
