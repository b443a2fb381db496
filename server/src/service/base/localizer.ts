/** The languages of all user-visible text. */
export const displayLanguages = ['en', 'zh-cn'] as const;
export type DisplayLanguage = (typeof displayLanguages)[number];

/** The translations into one language, by their English text. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Translates text into one language. The English text is the key of its translation. `@vscode/l10n` has one language
 * per process, but a ticket may be in another than the editor; it also depends on the file system and the network.
 */
export class Localizer {
  constructor(
    readonly language: DisplayLanguage,
    private readonly translations: Translations = {},
  ) {}

  /** Translates a text and replaces `{0}`, `{1}` … by the arguments. A text without a translation stays English. */
  t(text: string, ...args: readonly (string | number)[]): string {
    const { translations } = this;
    const translated = Object.hasOwn(translations, text) ? (translations[text] ?? text) : text;
    return args.length === 0
      ? translated
      : translated.replace(/\{(\d)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
  }
}

/** The default: keeps everything in English. */
export const english = new Localizer('en');

/** The language of a locale such as `zh-CN`, `zh_CN.UTF-8` or `de`; English if it is not supported. */
export function languageOfLocale(locale: string): DisplayLanguage {
  return /^zh(?:$|[.@]|[-_](?:cn|sg|hans)(?![a-z]))/i.test(locale) ? 'zh-cn' : 'en';
}
