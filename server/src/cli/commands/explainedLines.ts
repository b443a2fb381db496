import type { ExplainedFailure, ExplainedText, Explanation, LanguageService, Localizer } from '../../service';
import { oneLine } from '../output/spellOut';

/** What a text has in it, explained for a terminal. */
export function explainedToText(
  { responses, failed, failures, requestId }: ExplainedText,
  service: LanguageService,
  l10n: Localizer,
): string {
  const parts = failures.map((failure) => failureToText(failure, service, l10n));
  const head = responses > 1 ? `${l10n.t('{0} responses, {1} failed.', responses, failed)}\n\n` : '';
  return head + parts.join('\n---\n\n') + (parts.length === 0 ? successToText(responses, requestId, l10n) : '');
}

/** What quotes a text must not look like lines of the explanation. */
export function withoutLineBreaks({ note, ...explanation }: Explanation): Explanation {
  const code = oneLine(explanation.code);
  return { ...explanation, code, ...(note === undefined ? {} : { note: oneLine(note) }) };
}

function failureToText(failure: ExplainedFailure, service: LanguageService, l10n: Localizer): string {
  const { explanation, isByWording, message, requestId } = failure;
  const insights = failure.insights.map(oneLine);
  const origin = isByWording
    ? l10n.t(
        'There is no code in the text. Its wording is that of `{0}`, which is explained here.',
        explanation?.code ?? '',
      )
    : l10n.t('The call failed, and the text has no code.');
  const paragraphs = [
    ...(explanation && !isByWording ? [] : [origin.replaceAll('`', '')]),
    ...(explanation ? [service.explanationText(withoutLineBreaks(explanation), insights).trimEnd()] : insights),
    ...(message === undefined ? [] : [`${l10n.t('Message:')} ${oneLine(message.trim())}`]),
    ...(requestId === undefined ? [] : [`${l10n.t('RequestId:')} ${oneLine(requestId.trim())}`]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function successToText(responses: number, requestId: string | undefined, l10n: Localizer): string {
  const id = oneLine(requestId ?? '');
  if (responses === 1) {
    const succeeded = l10n.t('The call succeeded: the response has no Error.');
    return `${[succeeded, ...(id === '' ? [] : [`${l10n.t('RequestId:')} ${id}`])].join(' ')}\n`;
  }
  return responses > 1
    ? ''
    : `${id}: ${l10n.t('may be a RequestId')}\n\n${l10n.t("A RequestId alone explains nothing; find the code and message in the response or the caller's log.")}\n`;
}
