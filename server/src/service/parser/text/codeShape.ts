/** What templates and documentation print in place of a code. */
const placeholder = /^(?:x+|(?:error_?)?code)$/i;

/** Whether a text has the form of an error code, such as `InvalidParameter.Name`. */
export function looksLikeCode(text: string): boolean {
  return /^[A-Z][\w-]*(?:\.[\w-]*)*$/.test(text) && !placeholder.test(text);
}

/** What SDKs print if there is no code. */
export function isNoCode(text: string): boolean {
  return /^(?:None|null|nil|undefined)?$/.test(text);
}

/** First words of codes that other vendors do not join to more words by a dot. */
const ownFamily =
  /^(?:AuthFailure|FailedOperation|InvalidParameterValue|LimitExceeded|RequestLimitExceeded|ResourceInUse|ResourceInsufficient|ResourceNotFound|ResourceUnavailable|ResourcesSoldOut|UnauthorizedOperation|UnknownParameter|UnsupportedOperation)\.[A-Z]/;

/** Whether a code shows by itself that it is one of Tencent Cloud. */
export function isOwnCode(code: string): boolean {
  return ownFamily.test(code);
}

/** Whether a value was left out, as in texts that show a form. */
export function isElided(value = ''): boolean {
  return /^\s{0,9}(?:\.{3,6}|…{1,2})\s{0,9}$/.test(value);
}

/** Whether a message is one of source code or of documentation, with names in place of values. */
export function looksLikeTemplate(message: string): boolean {
  return isElided(message) || /^(?:[$#]?\{[^{}]{0,200}\}|%\w|<\w{1,40}>|["'] ?[+%.]|message$)/i.test(message);
}

/** The beginning of a statement of source code that throws or catches an exception, or of what documents that. */
const statement = /(?:\b(?:except|raise|catch|throw|new)|[:@](?:raises?|throws|exception))[ (][\w.\\]{0,80}$/;

/** Whether the name of an exception at an offset belongs to source code. */
export function isInSource(text: string, offset: number): boolean {
  return statement.test(text.slice(Math.max(0, offset - 100), offset));
}
