/** A string, or the bytes of a text in an encoding compatible with ASCII. */
export interface Searchable {
  includes(mark: string): boolean;
}

/** Part of the beginning of most exception texts of SDKs; some lose their first letter. */
const sdkMark = 'encentCloudSDK';

/** `{"Response"` in Base64. */
const base64Mark = 'eyJSZXNwb25zZSI';

/**
 * Every text with a response or an exception text contains one of these. A wrapped envelope has a member `Response`:
 * its letters are literal, or at least one is written `\uXXXX`, since none has a shorter escape. A message without its
 * envelope is recognized by `[request id:`, a response without a member `Response` by its RequestId, and an exception
 * text without both by the name of its message.
 */
const marks = ['Response', '\\u', sdkMark, '[request id:', 'RequestId', 'code:', ' Message', base64Mark];

/** Every JSON string with a response or an exception text in it contains one of these. */
const stringMarks = [
  '\\"Response\\"',
  "'Response'",
  'Response={',
  sdkMark,
  ' RequestId',
  ' Message',
  ', ErrorCode=',
  'code:',
  base64Mark,
];

/**
 * Whether a text may hold a response, in a fraction of the time of parsing. No false negatives, except for declared
 * documents and unwrapped responses.
 */
export function mayHoldResponse(text: Searchable): boolean {
  return marks.some((mark) => text.includes(mark));
}

/** Whether a string in a JSON text may hold a response or the exception text of an SDK. No false negatives. */
export function mayHoldResponseInString(text: Searchable): boolean {
  return stringMarks.some((mark) => text.includes(mark));
}
