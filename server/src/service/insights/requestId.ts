import { shorten, sentence, type InsightReader } from './insight';

/** The RequestId at the end of a message; `[[request id:…]…]` occurs as well. */
export const idInMessage = /\[request ?id: {0,3}([^\]\s]{1,100})/di;

/** Other forms: `RequestId:[…]`, `reqId: …`, `request_id=…`. */
const otherForms =
  /\breq(?:uest)?[ _-]?id["']? ?(?:[:=：]|is|为|是) ?[["'`(（【]{0,2}((?=[a-z_-]{0,40}\d)[\w-]{8,100})/i;

/** Reads a RequestId in the message that differs from that of the response. */
export const requestId: InsightReader = ({ message, requestId: own }, l10n) => {
  const inside = (idInMessage.exec(message) ?? otherForms.exec(message))?.[1];
  if (inside === undefined || inside === own) {
    return undefined;
  }
  const isOnlyOne = own === '';
  return {
    id: 'request-id',
    sentences: [
      isOnlyOne
        ? sentence(l10n.t('The response has no RequestId, but its message has one: {0}. Give it to support.'), inside)
        : sentence(l10n.t('The message mentions a different RequestId, {0}. Give support both.'), inside),
    ],
    short: isOnlyOne
      ? l10n.t('RequestId in the message: {0}', shorten(inside))
      : l10n.t('another RequestId in the message: {0}', shorten(inside)),
  };
};
