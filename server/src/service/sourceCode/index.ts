/** Error codes in source code that uses a Tencent Cloud SDK or calls the API. */
export { sourceExtensions, sourceLanguageOf, sourceLanguageWithId } from './languages';
export { namesSdk } from './sdkNames';
export { beginsLikeCode, literalAt, readSource, type CodeUse, type SourceFile } from './sourceFile';
export { standingOf, type Standing } from './standing';
