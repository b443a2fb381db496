import type { ResponseDocument } from '../envelope';
import { readJson } from './json';
import { readJsonLines } from './jsonLines';

/** What decides how a document is read. */
export interface ReadOptions {
  /** The editor's language id, one of `readLanguages`. Of others nothing is read. */
  readonly languageId: string;
  /** The user says that the document is a response. With the language id `api-response` it always is. */
  readonly declared: boolean;
  /** An envelope may lack its `Response` (setting `apiResponse.recognition.unwrapped`). */
  readonly unwrapped: boolean;
}

/** Languages whose documents are read. */
export const readLanguages = ['json', 'jsonc', 'jsonl', 'api-response'] as const;

const nothing: ResponseDocument = { envelopes: [], breaks: [], faults: [] };

export function readDocument(text: string, options: ReadOptions): ResponseDocument {
  switch (options.languageId) {
    case 'json':
    case 'jsonc':
      return readJson(text, { ...options, source: 'json', comments: options.languageId === 'jsonc', base: 0 });
    case 'api-response':
      return readJson(text, { ...options, declared: true, source: 'json', comments: false, base: 0 });
    case 'jsonl':
      return readJsonLines(text, options);
    default:
      return nothing;
  }
}
