import type { FixedName } from '../../envelope/envelope';

/** The style of inserted text. */
export interface Style {
  /** Strings become tab stops: `$1`, or `${1:text}`. */
  readonly snippets: boolean;
  /** The indentation per level; undefined: all on one line. */
  readonly indent: string | undefined;
}

/** The initial value of each fixed member. */
const initialValues: Record<FixedName, unknown> = {
  Response: {},
  Error: { Code: '', Message: '' },
  Code: '',
  Message: '',
  RequestId: '',
};

/** A successful response, or a failure. The RequestId has only letters, digits and dashes: no escapes in a snippet. */
export function envelopeOf(status: 'success' | 'failure', requestId: string): Record<'Response', object> {
  const error = status === 'failure' ? { Error: { Code: 'InternalError', Message: '' } } : {};
  return { Response: { ...error, RequestId: requestId } };
}

/** Writes `"Name": value`. */
export function writeMember(name: FixedName, style: Style, value = initialValues[name]): string {
  return `"${name}": ${write(value, style)}`;
}

/** Writes a value as JSON, or as a snippet of JSON. */
export function write(value: unknown, { snippets, indent }: Style): string {
  let count = 0;
  const tabStop = (text: string): string => (text === '' ? `$${++count}` : `\${${++count}:${text}}`);
  const json = JSON.stringify(
    value,
    (_name, part: unknown) => (snippets && typeof part === 'string' ? tabStop(part) : part),
    indent ?? ' ',
  );
  const text = indent === undefined ? json.replace(/\n\s*/g, ' ') : json;
  return snippets && text === '{}' ? '{$1}' : text;
}
