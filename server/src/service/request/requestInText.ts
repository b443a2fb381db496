import { endOf, type Span } from '../base/span';
import { callsInText } from './callsInText';
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

/** The lines of a stack trace, from the end of a line on. */
const stackLines = /(?:\r?\n[ \t]{0,20}(?:at |#\d{1,3} |\.\.\. \d{1,4} more|Caused by: )[^\r\n]{0,500})*/y;

/**
 * Finds the request of a response in a text that is not JSON: in the stack trace in and after it, else before it, the
 * nearest first, else in the rest of its line. `from` is the end of the previous response, before which another request
 * is described.
 */
export function requestInText(text: string, { offset, length }: Span, from = 0): RequestContext {
  const start = Math.max(offset - maxBefore, stackEnd(text, from), 0);
  const end = endOf({ offset, length });
  const [after = ''] = text.slice(end, end + maxAfter).split('\n', 1);
  const found = new Map<Field, string>();
  collect(after, found);
  collect(text.slice(start, offset), found);
  collectCalls(length <= maxBefore ? text.slice(offset, stackEnd(text, end)) : '', found);
  return contextOf((field) => found.get(field));
}

/** The end of the stack trace after the line of an offset; the offset itself if there is none. */
function stackEnd(text: string, offset: number): number {
  const [line = ''] = text.slice(offset, offset + maxAfter).split(/\r?\n/, 1);
  stackLines.lastIndex = offset + line.length;
  const stack = stackLines.exec(text)?.[0] ?? '';
  return stack === '' ? offset : stackLines.lastIndex;
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
  collectCalls(text, found);
}

/** Collects the calls that a text names; the last one wins, over the host of another product too. */
function collectCalls(text: string, found: Map<Field, string>): void {
  for (const { values } of callsInText(text)) {
    const host = contextOf((field) => (field === 'host' ? found.get(field) : undefined));
    if (host.product !== values.product) {
      found.delete('host');
    }
    for (const [field, value] of Object.entries(values)) {
      if (value !== undefined) {
        found.set(field as Field, value);
      }
    }
  }
}

function note(name: string, value: string, found: Map<Field, string>): void {
  const field = fieldOf(name, value);
  if (field) {
    found.set(field, value);
  }
}
