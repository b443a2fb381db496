import { languageOfLocale, type DisplayLanguage } from '../../service';

/** The display language of a locale in any usual spelling, such as `zh_CN.UTF-8` or `EN`; undefined if it is not supported. */
export function supportedLanguage(locale: string): DisplayLanguage | undefined {
  const language = languageOfLocale(locale);
  return language === 'en' && !/^en(?:$|[-_.@])/i.test(locale) ? undefined : language;
}

/** The display language of the environment: of the first variable that is set, as in POSIX; English if it is not supported. */
export function languageOfEnvironment({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): DisplayLanguage {
  return languageOfLocale(LC_ALL || LC_MESSAGES || LANG || '');
}
