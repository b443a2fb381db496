import { escapeForMessage } from '../ui/escape';

/** `l10n` of VS Code, or of a test. */
interface Texts {
  t(text: string, ...args: string[]): string;
}

/** What is said of the ticket of one response, when it was copied: which one, and what is missing from it. */
export function ticketCopied(l10n: Texts, requestId: string | null, removed: readonly string[]): string {
  const id = requestId?.trim();
  const copied = id
    ? l10n.t('Support ticket copied: RequestId {0}.', escapeForMessage(id))
    : l10n.t('Support ticket copied.');
  return copied + removedSecrets(l10n, removed);
}

/** The same for one ticket about many failures, such as `2 failures`. */
export function jointTicketCopied(l10n: Texts, failures: string, removed: readonly string[]): string {
  return l10n.t('Support ticket for {0} copied.', failures) + removedSecrets(l10n, removed);
}

/** The same for a policy draft, with the actions that it allows. */
export function policyCopied(l10n: Texts, actions: readonly string[], removed: readonly string[]): string {
  const allowed = escapeForMessage(actions.join(', '));
  return l10n.t('CAM policy draft copied; review it before use: {0}.', allowed) + removedSecrets(l10n, removed);
}

/** A sentence, after a space, about the secrets that were removed from what was copied; empty if there were none. */
function removedSecrets(l10n: Texts, removed: readonly string[]): string {
  return removed.length > 0 ? ` ${l10n.t('Secrets removed: {0}.', removed.join(l10n.t(', ')))}` : '';
}
