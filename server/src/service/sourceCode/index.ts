/** Error codes in source code that uses a Tencent Cloud SDK or calls the API. */
export {
  sourceExtensions,
  sourceLanguageOf,
  sourceLanguages,
  sourceLanguageWithId,
  type SourceLanguage,
} from './languages';
export type { CodePlace } from './codePlaces';
export { namesSdk } from './sdkNames';
export {
  beginsLikeCode,
  literalAt,
  readSource,
  type CodeUse,
  type SourceFile,
  type SourceIdentity,
} from './sourceFile';
export { standingOf, type Standing } from './standing';
