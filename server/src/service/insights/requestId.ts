import { cut, sentence, type InsightReader } from './insight';

/** How the services write the id into a message; `[[request id:…]…]` occurs as well. */
export const idInMessage = /\[request ?id: {0,3}([^\]\s]{1,100})/di;

/** The id of a request in the message, where the response has another one or none. */
export const requestId: InsightReader = (failure, l10n) => {
  const inside = idInMessage.exec(failure.message)?.[1];
  if (inside === undefined || inside === failure.requestId) {
    return undefined;
  }
  const none = failure.requestId === '';
  return {
    id: 'request-id',
    sentences: [
      none
        ? sentence(l10n.t('The response has no RequestId, but its message has one: {0}. Give it to support.'), inside)
        : sentence(l10n.t('The message speaks of another request, {0}: give support both ids.'), inside),
    ],
    short: none
      ? l10n.t('RequestId in the message: {0}', cut(inside))
      : l10n.t('another RequestId in the message: {0}', cut(inside)),
  };
};
