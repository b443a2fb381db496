import type { Localizer } from '../base/localizer';
import { redact, redactAll, secretName, type Redacted, type SecretKind } from '../redaction';
import { indented } from './fieldText';

/** The message of a failure, as it is and as the ticket shows it. */
export interface ShownMessage {
  readonly raw: string;
  readonly shown: string;
}

/** A message without secrets, for a ticket. They are taken out first, since some are only found in the right lines. */
export function showMessage(raw: string, l10n: Localizer): ShownMessage {
  return { raw, shown: indented(redact(raw, l10n).text) };
}

/** Takes secrets out of a ticket; a final paragraph names what was removed. Ends with a line break. */
export function redactedTicket(text: string, messages: readonly ShownMessage[], l10n: Localizer): Redacted {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const [ticket, ...others] = redactAll([whole, ...messages.map(({ raw }) => raw)], l10n);
  const removed = new Set<SecretKind>(ticket?.removed);
  for (const [index, { shown }] of messages.entries()) {
    (text.includes(shown) ? (others[index]?.removed ?? []) : []).forEach((kind) => removed.add(kind));
  }
  const kinds = [...removed].map((kind) => secretName(kind, l10n)).join(l10n.t(', '));
  const note = l10n.t('Secrets removed from this ticket: {0}.', kinds);
  return { text: (ticket?.text ?? '') + (kinds === '' ? '' : `\n${note}\n`), removed: [...removed] };
}
