import { builtinCatalog } from '../../server/src/builtin';
import {
  ChunkedText,
  createReader,
  defaultSettings,
  findings,
  readDocument,
  type Envelope,
  type Finding,
  type Part,
  type ReadOptions,
  type ParsedText,
  type Settings,
} from '../../server/src/service';
import { renderMarkers } from './markers';

/** Reads a text as JSON that is recognised by its content, unless told otherwise. */
export function read(text: string, options: Partial<ReadOptions> = {}): ParsedText {
  return readDocument(text, { languageId: 'json', declared: false, unwrapped: false, ...options });
}

/** The same in parts, as an editor reads it. */
export function readParts(text: string, options: Partial<ReadOptions> = {}): Part[] {
  const complete = { languageId: 'json', declared: false, unwrapped: false, ...options };
  return createReader(complete).read(new ChunkedText('file:///x.json', complete.languageId, 1, text));
}

/** The only envelope of a text. */
export function readOne(text: string, options: Partial<ReadOptions> = {}): Envelope {
  const { envelopes } = read(text, options);
  const [envelope] = envelopes;
  if (!envelope || envelopes.length !== 1) {
    throw new Error(`One envelope expected, not ${envelopes.length}: ${text}`);
  }
  return envelope;
}

export function findingsOf(
  text: string,
  options: Partial<ReadOptions> = {},
  settings: Partial<Settings> = {},
): Finding[] {
  return findings(read(text, options), text, builtinCatalog(), { ...defaultSettings, ...settings });
}

/** Which rules fire, in the order of the text. */
export function rulesOf(text: string, options: Partial<ReadOptions> = {}, settings: Partial<Settings> = {}): string[] {
  return findingsOf(text, options, settings).map(({ rule }) => rule);
}

/** The text with its envelopes marked, such as `‹failure|{…}|›`. */
export function markEnvelopes(text: string, options: Partial<ReadOptions> = {}): string {
  const { envelopes } = read(text, options);
  return renderMarkers(
    text,
    envelopes.map(({ span, status }) => ({ ...span, label: status })),
  );
}

/** The text with its findings marked, such as `‹error missing-request-id|"Response"|›`. */
export function markFindings(text: string, found: readonly Finding[]): string {
  return renderMarkers(
    text,
    found.map(({ span, severity, rule }) => ({ ...span, label: `${severity} ${rule}` })),
  );
}
