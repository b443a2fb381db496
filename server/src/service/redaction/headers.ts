import { isHarmless, looksMadeUp, placeholderAt } from './plausible';
import { afterWrapping } from './separators';
import type { Range } from './valueExtent';
import { readValue, readValues, type NamedPlace } from './values';

/** `Scheme name=value, name=value`, as in TC3-HMAC-SHA256 and Digest. */
const parameters =
  /[\w-]{1,40}[^\S\n]{1,9}[\w-]{1,40}=(?:"[^"\n]*"|[^\s,"'\]]*)(?:,[^\S\n]*[\w-]{1,40}=(?:"[^"\n]*"|[^\s,"'\]]*))*/y;

/** `Scheme credentials`, or credentials alone. */
const credentials = /(?:([A-Za-z][\w-]{0,40})[^\S\n]{1,9})?([^\s"'`\]},]+)/y;

/** The value of an Authorization header. */
export function readAuthorization(place: NamedPlace): Range[] {
  const { view, separator, name } = place;
  const { text } = view;
  const start = afterWrapping(text, separator.end);
  const at = text[start] === '[' ? start + 1 : start;
  if (separator.least > 0 || /["'`([{]/.test(text.charAt(at)) || placeholderAt(text, start) > 0) {
    return readValues(place);
  }
  parameters.lastIndex = at;
  if (parameters.test(text)) {
    return [{ start: at, end: parameters.lastIndex }];
  }
  credentials.lastIndex = at;
  const [, scheme, value = ''] = credentials.exec(text) ?? [];
  if (scheme !== undefined) {
    const isSecret = /^(?:basic|bearer)$/i.test(scheme) ? /\d|.{16}/.test(value) : looksMadeUp(value, 8);
    return isSecret ? [{ start: at, end: credentials.lastIndex }] : readValue(place, at);
  }
  return value === '' || isHarmless(text, { start: at, end: credentials.lastIndex }, name)
    ? []
    : [{ start: at, end: credentials.lastIndex }];
}

/** `name=value; name=value` */
const cookies = /[^\s=;,"'<>()[\]{}]{1,200}=[^\s;"'<>]*(?:;[^\S\n]*[^\s=;"'<>]{1,100}(?:=[^\s;"'<>]*)?)*/y;

/** The cookies of a Cookie or Set-Cookie header. */
export function readCookies(place: NamedPlace): Range[] {
  const { view, separator } = place;
  const start = afterWrapping(view.text, separator.end);
  const at = /[[{(]/.test(view.text.charAt(start)) ? start + 1 : start;
  cookies.lastIndex = at;
  return separator.least === 0 && cookies.test(view.text) ? [{ start: at, end: cookies.lastIndex }] : readValues(place);
}
