import { endOf, type Span } from '../base/span';
import { contextOf, fieldOf, type Field, type RequestContext } from './requestFields';

/** How far before a response its request is looked for, and how far behind it on its line, in UTF-16 units. */
const before = 8_000;
const behind = 1_000;

/**
 * A name and a value, as in headers (also in lists of YAML), JSON, escaped or not, logs and `api[DescribeInstances]`. The
 * value may be the name of the next pair.
 */
const pair =
  /\b([A-Za-z][\w-]{0,39})\\?["']?[ \t]{0,3}[:=[][ \t]{0,9}(?:\r?\n[ \t]{0,20}-[ \t]{1,3})?\\?["'[]{0,2}(?=([\w./:+-]{2,200}))/g;

/** The line of a request in an HTTP document or dump. */
const requestLine = /^(?:[>*] ?)?(GET|POST) (\S{1,300})/gm;

/** When a response was sent, as its headers say. */
const dateHeader = /^(?:< )?date: ([A-Z][a-z]{2}, [\w :]{15,30} GMT)/gim;

/** A time of the clock where a line begins. */
const lineTime = /^\[?(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[\d.,]{0,10}(?:Z| ?[+-]\d\d:?\d\d)?)/gm;

/**
 * Looks for the request of a response in a text that is no JSON: in what stands before it, the nearest first, else in the
 * rest of its line. `from` is where the response before it ends, whose request is another.
 */
export function requestInText(text: string, { offset, length }: Span, from = 0): RequestContext {
  const start = Math.max(from, offset - before, 0);
  const end = endOf({ offset, length });
  const newline = text.indexOf('\n', end);
  const found = new Map<Field, string>();
  collect(text.slice(end, Math.min(newline < 0 ? text.length : newline, end + behind)), found);
  collect(text.slice(start, offset), found);
  return contextOf((field) => found.get(field));
}

/** Notes the values in a stretch of text; the last of each field counts. */
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
    // `https://…` is no pair, but what it stands behind is.
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
