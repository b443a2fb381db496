import { endOf, type Span } from '../base/span';
import { contextOf, fieldOf, type Field, type RequestContext } from './requestFields';

/** How far before a response, and after it on the same line, its request is searched for, in UTF-16 units. */
const maxBefore = 8_000;
const maxAfter = 1_000;

/**
 * A name and a value, as in headers (also as a YAML list), JSON, escaped or not, logs and `api[DescribeInstances]`. The
 * value may be the name of the next pair.
 */
const pair =
  /\b([A-Za-z][\w-]{0,39})\\?["']?[ \t]{0,3}[:=[][ \t]{0,9}(?:\r?\n[ \t]{0,20}-[ \t]{1,3})?\\?["'[]{0,2}(?=([\w./:+-]{2,200}))/g;

/** The line of a request in an HTTP document or dump. */
const requestLine = /^(?:[>*] ?)?(GET|POST) (\S{1,300})/gm;

/** The `Date` header of a response. */
const dateHeader = /^(?:< )?date: ([A-Z][a-z]{2}, [\w :]{15,30} GMT)/gim;

/** A timestamp at the beginning of a line. */
const lineTime = /^\[?(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[\d.,]{0,10}(?:Z| ?[+-]\d\d:?\d\d)?)/gm;

/**
 * Finds the request of a response in a text that is not JSON: before the response, the nearest first, or else in the
 * rest of its line. `from` is the end of the previous response, before which another request is described.
 */
export function requestInText(text: string, { offset, length }: Span, from = 0): RequestContext {
  const start = Math.max(from, offset - maxBefore, 0);
  const end = endOf({ offset, length });
  const [after = ''] = text.slice(end, end + maxAfter).split('\n', 1);
  const found = new Map<Field, string>();
  collect(after, found);
  collect(text.slice(start, offset), found);
  return contextOf((field) => found.get(field));
}

/** Collects the values in a text; the last one of each field wins. */
function collect(text: string, found: Map<Field, string>): void {
  for (const pattern of [dateHeader, lineTime]) {
    for (const [, time = ''] of text.matchAll(pattern)) {
      found.set('time', time);
    }
  }
  for (const [, method = '', target = ''] of text.matchAll(requestLine)) {
    found.set('method', method);
    note('host', target, found);
  }
  for (const [, name = '', value = ''] of text.matchAll(pair)) {
    // `https://…` is not a pair itself, but may be the value of one.
    note(name, value, found);
  }
  for (const [address] of text.matchAll(/https?:\/\/[\w.-]{1,100}/g)) {
    note('host', address, found);
  }
}

function note(name: string, value: string, found: Map<Field, string>): void {
  const field = fieldOf(name, value);
  if (field) {
    found.set(field, value);
  }
}
