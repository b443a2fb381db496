/** A request, as far as the text around its response shows. */
export interface RequestContext {
  readonly product?: string;
  readonly action?: string;
  readonly region?: string;
  readonly apiVersion?: string;
  readonly method?: string;
  /** When it was sent, as written in the text; a number is converted to a date. */
  readonly time?: string;
  /** Set if it was written for an older API. */
  readonly oldStyle?: OldStyle;
}

/** DNSPod's own API, or a signed form as API 2.0 takes it, and API 3.0 with its older signature methods. */
export type OldStyle = 'dnspod' | 'form';

export type Field =
  'action' | 'region' | 'apiVersion' | 'product' | 'host' | 'method' | 'time' | 'dnspodToken' | 'signatureMethod';

/** Names of these values in requests, logs and recordings, in lowercase and without `-` and `_`. */
const names: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['action', 'action'],
  ['actionname', 'action'],
  ['api', 'action'],
  ['xtcaction', 'action'],
  ['region', 'region'],
  ['xtcregion', 'region'],
  ['version', 'apiVersion'],
  ['apiversion', 'apiVersion'],
  ['xtcversion', 'apiVersion'],
  ['product', 'product'],
  ['service', 'product'],
  ['module', 'product'],
  ['host', 'host'],
  ['endpoint', 'host'],
  ['url', 'host'],
  ['uri', 'host'],
  ['method', 'method'],
  ['xtctimestamp', 'time'],
  ['timestamp', 'time'],
  ['time', 'time'],
  ['ts', 'time'],
  ['starteddatetime', 'time'],
  ['recordedat', 'time'],
  ['logintoken', 'dnspodToken'],
  ['signaturemethod', 'signatureMethod'],
]);

const tencentHost =
  /(?:^|\/\/)([a-z0-9]{2,40})\.(?:([a-z]{2,4}-[a-z0-9-]{2,30})\.)?(?:intl\.)?(?:internal\.)?tencentcloudapi\.com/i;

const shapes: Readonly<Record<Field, RegExp>> = {
  action: /^[A-Z]\w{2,99}$/,
  region: /^[a-z]{2,4}-[a-z0-9-]{2,30}$/,
  apiVersion: /^\d{4}-\d{2}-\d{2}$/,
  product: /^[a-z][a-z0-9]{1,39}$/,
  host: tencentHost,
  method: /^(?:GET|POST)$/,
  dnspodToken: /^\w/,
  signatureMethod: /^HmacSHA/i,
  time: /^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.,]{0,20}(?:Z| ?[+-]\d\d:?\d\d)?|1\d{9}(?:\d{3}|\.\d{1,9})?)$/,
};

/** Longer names are not examined. */
export const maxNameLength = 40;

/** The field that a name stands for; undefined if the value does not fit. */
export function fieldOf(name: string, value: string): Field | undefined {
  const field = name.length > maxNameLength ? undefined : names.get(name.replace(/[-_]/g, '').toLowerCase());
  return field && shapes[field].test(value) ? field : undefined;
}

/** Creates a context from the values found. The host also gives product and region. */
export function contextOf(value: (field: Field) => string | undefined): RequestContext {
  const host = tencentHost.exec(value('host') ?? '');
  const found = {
    product: host?.[1]?.toLowerCase() ?? value('product'),
    action: value('action'),
    region: value('region') ?? host?.[2]?.toLowerCase(),
    apiVersion: value('apiVersion'),
    method: value('method'),
    time: timeText(value('time')),
    oldStyle: oldStyleOf(value),
  };
  return Object.fromEntries(Object.entries(found).filter(([, each]) => each !== undefined));
}

function oldStyleOf(value: (field: Field) => string | undefined): OldStyle | undefined {
  if (value('dnspodToken') !== undefined) {
    return 'dnspod';
  }
  return value('signatureMethod') === undefined ? undefined : 'form';
}

/** A number is seconds since 1970 UTC, or milliseconds if it has three more digits. */
function timeText(value: string | undefined): string | undefined {
  const number = Number(value);
  if (value === undefined || Number.isNaN(number)) {
    return value;
  }
  const date = new Date(number < 1e12 ? number * 1000 : number);
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
