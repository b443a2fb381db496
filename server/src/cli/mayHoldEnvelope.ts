/**
 * Whether a document that is not declared may hold an envelope, told from its bytes in a fraction of the time that reading
 * them takes. It never says no wrongly. An envelope that is wrapped has a member whose name is exactly `Response`. In the
 * text these letters stand for themselves, as none of them can be spelled by a short escape such as `\n`, or at least one
 * of them is spelled `\uXXXX`. Decoding keeps both: in UTF-8 a byte below 0x80 is a character of its own, valid or not
 * around it. The exception text of an SDK has one of two marks, and a
 * body in Base64 begins with `{"Response"`. And without an envelope nothing is reported of a document
 * that is not declared, not even that it is no JSON.
 */
export function mayHoldEnvelope(bytes: Buffer): boolean {
  return (
    bytes.includes('Response', 0, 'latin1') ||
    bytes.includes('\\u', 0, 'latin1') ||
    bytes.includes('TencentCloudSDK', 0, 'latin1') ||
    bytes.includes('[request id:', 0, 'latin1') ||
    bytes.includes('eyJSZXNwb25zZSI', 0, 'latin1')
  );
}
