import type { Field } from './requestFields';

/** What a text says of a call in one place. */
export interface NamedCall {
  /** In UTF-16 units. */
  readonly offset: number;
  readonly values: Readonly<Partial<Record<Field, string | undefined>>>;
}

/** A package or file of an SDK, as in `com.tencentcloudapi.sms.v20210111` and `tencentcloud/sms/v20210111`. */
const sdkPackage =
  /\btencentcloud(?:api)?[./\\]{1,2}(?:services[./\\]{1,2})?([a-z][a-z0-9]{1,39})[./\\]{1,2}v(20\d\d)(\d\d)(\d\d)\b/gi;

/** The method of a client in a stack: of Java, .NET, Node.js, PHP, Go, and Python. */
const method = /(?:Client\)?(?:\.|->|::)|, in )([A-Z]\w{2,99})/;

/** A command line of `tccli`. */
const commandLine = /\btccli[ \t]{1,9}([a-z][a-z0-9]{1,39})[ \t]{1,9}([A-Z]\w{2,99})([^\r\n]{0,500})/g;
const regionOption = /--region[ \t=]{1,9}([a-z]{2,4}-[a-z0-9-]{2,30})/;

/** What the Terraform provider logs. */
const providerLog = /\bsdk request '([a-z][a-z0-9]{1,39})\.([A-Z]\w{2,99})'/g;

/** How much of the line around a package is searched for the method, in UTF-16 units. */
const maxDistance = 200;

/** Finds the calls that stack traces, command lines of `tccli` and logs of the Terraform provider name, in order. */
export function callsInText(text: string): NamedCall[] {
  const calls: NamedCall[] = [];
  for (const { index, 0: name, 1: product = '', 2: year, 3: month, 4: day } of text.matchAll(sdkPackage)) {
    const action = method.exec(lineAround(text, index, index + name.length))?.[1];
    const apiVersion = `${year}-${month}-${day}`;
    calls.push({ offset: index, values: { product: product.toLowerCase(), action, apiVersion } });
  }
  for (const { index, 1: product, 2: action, 3: options = '' } of text.matchAll(commandLine)) {
    calls.push({ offset: index, values: { product, action, region: regionOption.exec(options)?.[1] } });
  }
  for (const { index, 1: product, 2: action } of text.matchAll(providerLog)) {
    calls.push({ offset: index, values: { product, action } });
  }
  return calls.sort((one, other) => one.offset - other.offset);
}

function lineAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - maxDistance), start);
  const [after = ''] = text.slice(end, end + maxDistance).split('\n', 1);
  return `${before.slice(before.lastIndexOf('\n') + 1)} ${after}`;
}
