/** The languages in which everything is said. */
export const languages = ['en', 'zh-cn'] as const;
export type Language = (typeof languages)[number];

/** What stands for the English texts, which are the keys; none for English. */
export type Strings = Readonly<Record<string, string>>;

interface Spoken {
  readonly language: Language;
  readonly strings: Strings;
}

let spoken: Spoken = { language: 'en', strings: {} };

/** The language of a locale such as `zh-CN`, `zh_CN.UTF-8` or `de`; English where it is not one of ours. */
export function languageOfLocale(locale: string): Language {
  return /^zh(?:$|[.@]|[-_](?:cn|sg|hans)(?![a-z]))/i.test(locale) ? 'zh-cn' : 'en';
}

/**
 * Everything is said in a language from now on. It is the one thing that is no parameter: a process has one, and only a
 * ticket may be in another.
 */
export function speak(language: Language, strings: Strings): void {
  spoken = { language, strings };
}

export function currentLanguage(): Language {
  return spoken.language;
}

/** Makes something in another language. */
export function speaking<T>(language: Language, strings: Strings, make: () => T): T {
  const before = spoken;
  speak(language, strings);
  try {
    return make();
  } finally {
    speak(before.language, before.strings);
  }
}

/**
 * A text in the language that is spoken; `{0}` and so on stand for the arguments. Texts are keys, in English. Not
 * `@vscode/l10n`: that brings reading files and the network along, which no part of this server has.
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
  const said = Object.hasOwn(spoken.strings, text) ? (spoken.strings[text] ?? text) : text;
  return args.length === 0
    ? said
    : said.replace(/\{(\d)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
