/** A string, or the bytes of a text in an encoding that keeps ASCII. */
export interface Searchable {
  includes(mark: string): boolean;
}

/** How the exception texts of SDKs begin, in one way or another. */
const sdkMark = 'TencentCloudSDK';

/** `{"Response"` in Base64. */
const base64Mark = 'eyJSZXNwb25zZSI';

/**
 * What every text with a response or an exception text in it has one of. An envelope that is wrapped has a member
 * `Response`; these letters stand for themselves, or at least one of them is spelled `\uXXXX`, since none has a shorter
 * escape. A message without its envelope is known by its `[request id:`.
 */
const marks = ['Response', '\\u', sdkMark, '[request id:', base64Mark];

/** What a string that holds a response, or the exception text of an SDK, has one of. */
const stringMarks = ['\\"Response\\"', sdkMark, base64Mark];

/**
 * Whether a text may hold a response, told in a fraction of the time that parsing takes. Never wrongly false, unless the
 * text is declared to be a response, or responses without `Response` count.
 */
export function mayHoldResponse(text: Searchable): boolean {
  return marks.some((mark) => text.includes(mark));
}

/** Whether some string in a JSON text may hold a response or the exception text of an SDK. Never wrongly false. */
export function mayHoldResponseInString(text: Searchable): boolean {
  return stringMarks.some((mark) => text.includes(mark));
}
