const written = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d)(:\d\d)?/;
const zone = /([+-]\d\d):?(\d\d)$/;

/**
 * The time of a call, as texts write it, in the form `2025-10-30 13:33:38`: in UTC, or as written if that names no zone.
 * Empty if it is not a time.
 */
export function callTime(text: string): string {
  const epoch = Date.parse(isoOf(text));
  const time = Number.isNaN(epoch) ? '' : new Date(epoch).toISOString();
  return /^\d{4}-/.test(time) ? time.slice(0, 19).replace('T', ' ') : '';
}

function isoOf(text: string): string {
  const [whole, year = '', month = '', day = '', minutes = '', seconds = ':00'] = written.exec(text) ?? [];
  if (whole === undefined) {
    // The form of the header `Date`.
    return text.endsWith(' GMT') ? text : '';
  }
  const [, hours = '+00', rest = '00'] = zone.exec(text.slice(whole.length)) ?? [];
  return `${year}-${month}-${day}T${minutes}${seconds}${hours}:${rest}`;
}
