import type { SecretName } from './names';

/** What stands between a name and its value. */
export interface Separator {
  /** Where the value begins, or what is put before it. */
  readonly end: number;
  /**
   * The number of characters that a value needs and that it must look made up: nothing of that is asked after a colon,
   * more after a space, which any other word may follow.
   */
  readonly least: number;
  /** Where the value ends at the latest, if that is known by the separator. */
  readonly until?: '<' | '\n';
}

interface Form {
  readonly pattern: RegExp;
  /** What must stand before the name. */
  readonly after?: RegExp;
  readonly least?: number;
  readonly until?: '<' | '\n';
}

/** From the surest to the least sure; the first that fits counts. */
const forms: readonly Form[] = [
  // print_r and var_dump of PHP: `[name] => `, `[name:private] => `, `["name":"Class":private]=>`.
  {
    pattern: /(?::(?:["']?[\w\\]{1,200}["']?:)?(?:private|protected))?\][^\S\n]*=>[^\S\n]*/y,
    after: /\[$/,
    until: '\n',
  },
  {
    pattern: /["'](?::["'][\w\\]{1,200}["'])?(?::(?:private|protected))?\][^\S\n]*=>\s*/y,
  },
  // serialize of PHP.
  { pattern: /["'];s:\d{1,9}:(?=["'])/y },
  // `"name": "SecretKey", "value": `.
  { pattern: /["'`]?(?:[^\S\n]*[,;])?\s*["'`]?(?:value|val|content)["'`]?\s*(?:=>|[:=])[^\S\n]*/iy },
  // `<SecretKey>`, `<SecretKey type="string">`, `<string name="SecretKey">`.
  { pattern: /(?:\s[^<>]{0,300}[^<>/])?>\s*/y, after: /<(?:\w{1,40}:)?[\w.-]{0,100}$/, until: '<' },
  { pattern: /["'][^<>\n]{0,200}>\s*/y, after: /=["'][\w.-]{0,100}$/, until: '<' },
  { pattern: /\s*<\/(?:key|name|string|t[hd]|dt)>\s*<[\w:.-]{1,60}(?:\s[^<>]{0,200})?>\s*/iy, until: '<' },
  {
    pattern:
      /["'`]?\s*[,;](?:\s*["'`]?\w{1,40}["'`]?\s*[:=][^,;{}\n]{0,100}[,;]){0,4}\s*["'`]?(?:value|val|v|content|data)["'`]?\s*(?:=>|[:=])[^\S\n]*/iy,
    after: /(?:name|key|k)["'`]?\s*(?:=>|[:=])\s*["'`]?[\w-]{0,100}$/i,
  },
  // A type may stand before the value.
  {
    pattern:
      /(?:\(\))?["'`*)\]]{0,4}(?:<\/\w{1,20}>)?[^\S\n]*(?:\*?(?:string|String|str)[^\S\n]*)?(?:=>|:=|->|={1,3}|:)[*_]{0,3}[^\S\n]*/y,
  },
  // Flags, also as a list of arguments.
  { pattern: /(?:[^\S\n]+|["'][^\S\n]*,\s*(?=["']))(?=[^\s-])/y, after: /(?:^|[\s"'`])-[\w-]{0,100}$/ },
  // `["SecretKey", "…"]`
  { pattern: /["'][^\S\n]*,\s*(?=["'])/y, after: /["'][\w-]{0,100}$/, least: 8 },
  // Columns.
  { pattern: /[^\S\n]*\|[^\S\n]*|[^\S\n]{2,}|\t|[是为][^\S\n]*/y, least: 8 },
  { pattern: /["'`]?(?:[^\S\n]?(?=[([<"'`])|[^\S\n](?:(?:is|was)[^\S\n])?)/y, least: 16 },
];

/** The separator after a name; undefined if no value can follow. */
export function separatorAfter(text: string, { start, end }: SecretName): Separator | undefined {
  const before = text.slice(Math.max(0, start - 160), start);
  for (const { pattern, after, least = 0, until } of forms) {
    pattern.lastIndex = end;
    if (pattern.test(text) && (!after || after.test(before))) {
      return { end: pattern.lastIndex, least, ...(until ? { until } : {}) };
    }
  }
  return undefined;
}

/** What languages put before a string, or around it: prefixes, types, lengths, tags. */
const wrapping =
  /[bBuUrRfF@&](?=["'`])|string\(\d{1,9}\)[^\S\n]*|\((?:\*{0,3}[\w.]{1,40}|(?:len|cap)=\d{1,9})\)[^\S\n]*(?=["'(])|<!\[CDATA\[|[!&]{1,2}\w{1,40}[^\S\n]+|\[\](?:string|byte|any|interface\{\})(?=\{)|map\[string\]\w{1,20}(?=\{)|[A-Za-z][\w.:]{0,40}\((?=["'`])|ptr\(|<(?=[\w+/=]{16,200}>)|(?:string|String|str)[^\S\n]*=[^\S\n]*/y;

/** The offset after everything that languages put before a value. */
export function afterWrapping(text: string, at: number): number {
  let end = at;
  for (let steps = 0; steps < 6; steps++) {
    wrapping.lastIndex = end;
    if (!wrapping.test(text)) {
      break;
    }
    end = wrapping.lastIndex;
  }
  return end;
}
