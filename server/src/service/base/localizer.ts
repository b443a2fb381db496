/** The languages in which everything is said. */
export const displayLanguages = ['en', 'zh-cn'] as const;
export type DisplayLanguage = (typeof displayLanguages)[number];

/** The translations of one language, by the English texts that they stand for. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Says texts in one language. Texts are English where they are used, and are the keys of the translations. Not
 * `@vscode/l10n`: that has one language per process, while a ticket may be in another than the editor's, and it brings
 * reading files and the network along.
 */
export class Localizer {
  constructor(
    readonly language: DisplayLanguage,
    private readonly translations: Translations = {},
  ) {}

  /** A text in this language, with `{0}` and so on replaced by the arguments. Without a translation it stays English. */
  t(text: string, ...args: readonly (string | number)[]): string {
    const { translations } = this;
    const translated = Object.hasOwn(translations, text) ? (translations[text] ?? text) : text;
    return args.length === 0
      ? translated
      : translated.replace(/\{(\d)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
  }
}

/** Says everything in English. */
export const english = new Localizer('en');

/** The language of a locale such as `zh-CN`, `zh_CN.UTF-8` or `de`; English where it is not one of ours. */
export function languageOfLocale(locale: string): DisplayLanguage {
  return /^zh(?:$|[.@]|[-_](?:cn|sg|hans)(?![a-z]))/i.test(locale) ? 'zh-cn' : 'en';
}
