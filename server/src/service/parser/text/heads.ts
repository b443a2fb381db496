/** The beginning of an exception text, up to its message. */
export interface Head {
  /** The first group is the code; the second, the name of the message with its separator. */
  readonly pattern: RegExp;
  /** Nothing else tells that the text is one of Tencent Cloud: it must have a RequestId of its form. */
  readonly needsUuid?: boolean;
  /** A stack and properties may follow on separate lines, as Node, Java and .NET print them. */
  readonly thrown?: boolean;
}

/** Heads of exception texts, from the sources of the SDKs. */
export const heads: readonly Head[] = [
  // Go, Ruby, Python, Java, PHP, and Node, which has no code
  {
    pattern:
      /\[(?:TencentCloud\\{1,2}Common\\{1,2}Exception\\{1,2})?TencentCloudSDK(?:Error|Exception)\]\s{0,9}(?:code\s{0,9}[:=]\s{0,9}((?!message)[^\s,]{0,200}?)[\s,│|>]{0,20})?(message\s{0,9}[:=])[^\S\r\n]{0,9}/diy,
  },
  // A stack of Node, Java or .NET
  {
    pattern:
      /T?encentCloudSDK(?:Http)?Exception(?: \[Error\])?:[^\S\r\n]{1,9}(?:code:([^\s,]{0,200}) (message:))?(?=[^\s[])/dy,
    thrown: true,
  },
  // .NET, converted to a string
  { pattern: /message：code:([^\s,]{0,200}) (message:)/dy },
  // COS-STS, programs of users, and the fields of an error of Go
  { pattern: /Code ?[:=] ?([^\s,:=]{1,200}),? (Message ?[:=]) ?/dy, needsUuid: true },
];
