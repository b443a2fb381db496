import type { FixedName } from '../../envelope/envelope';

/** How new text is written. */
export interface Style {
  /** Texts become stops of a snippet: `$1`, or `${1:text}`, where the user goes on. */
  readonly snippets: boolean;
  /** What a level is indented by; undefined: all on one line. */
  readonly indent: string | undefined;
}

/** What each fixed member begins with. */
const beginnings: Record<FixedName, unknown> = {
  Response: {},
  Error: { Code: '', Message: '' },
  Code: '',
  Message: '',
  RequestId: '',
};

/** A success, or a failure. A RequestId is letters, digits and dashes, which mean nothing else in a snippet. */
export function envelopeOf(status: 'success' | 'failure', requestId: string): Record<'Response', object> {
  const error = status === 'failure' ? { Error: { Code: 'InternalError', Message: '' } } : {};
  return { Response: { ...error, RequestId: requestId } };
}

/** `"Name": value`. */
export function writeMember(name: FixedName, style: Style, value = beginnings[name]): string {
  return `"${name}": ${write(value, style)}`;
}

export function write(value: unknown, { snippets, indent }: Style): string {
  let stops = 0;
  const stop = (text: string): string => (text === '' ? `$${++stops}` : `\${${++stops}:${text}}`);
  const json = JSON.stringify(
    value,
    (_name, part: unknown) => (snippets && typeof part === 'string' ? stop(part) : part),
    indent ?? ' ',
  );
  const text = indent === undefined ? json.replace(/\n\s*/g, ' ') : json;
  return snippets && text === '{}' ? '{$1}' : text;
}
