import type { Break, DocumentFault, Envelope, ResponseDocument } from '../envelope';
import { readJson, type JsonOptions } from './json';

/** Finds the envelopes of JSON Lines: each line is a JSON text of its own; blank lines say nothing. */
export function readJsonLines(text: string, options: Pick<JsonOptions, 'declared' | 'unwrapped'>): ResponseDocument {
  const envelopes: Envelope[] = [];
  const breaks: Break[] = [];
  const faults: DocumentFault[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (/\S/.test(line)) {
      const found = readJson(line, { ...options, source: 'jsonl', comments: false, base: start });
      // One by one: a line may hold more envelopes than a call can have arguments.
      found.envelopes.forEach((envelope) => envelopes.push(envelope));
      found.breaks.forEach((each) => breaks.push(each));
      found.faults.forEach((fault) => faults.push(fault));
    }
    start = end + 1;
  }
  return { envelopes, breaks, faults };
}
