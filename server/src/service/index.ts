/**
 * The façade: text in, answers out. The only file of the service that the outside imports.
 *
 * text → parser → document → rules, catalog, insights → explain, features, ticket.
 */
export { createLanguageService } from './languageService';
export type { CodeSummary, DocumentOptions, LanguageService, LanguageServiceParams } from './languageService';

export { expandBraces } from './base/expandBraces';
export {
  displayLanguages,
  languageOfLocale,
  Localizer,
  type DisplayLanguage,
  type Translations,
} from './base/localizer';
export { pathPattern } from './base/pathPattern';
export { messageText } from './base/plainText';
export { ruleSeverities, type RuleSeverity, type Severity } from './base/severity';
export type { Span } from './base/span';
export type { FileProblem } from './base/treeReader';
export { Catalog, CodeNames, type CatalogData, type CatalogFile } from './catalog';
export { readCatalog } from './catalog/readCatalog';
export { compareVersions, readSdkCatalog, readSdkSource, sdkCatalog, sdkSourcePlace } from './catalog/sdkCatalog';
export type { SdkCatalog, SdkLanguage, SdkSource, SdkSourcePlace } from './catalog/sdkCatalog';
export type { ClientCommands } from './context/serviceContext';
export { defaultSettings, type Settings } from './context/settings';
export { rangeOf, type ApiResponseDocument, type EnvelopeWithItems } from './document';
export type { Envelope } from './envelope/envelope';
export type { ExplainedFailure, ExplainedText, Explanation, Failure } from './explain';
export { ChunkedText, TooManyResponses, type ForwardText } from './incremental';
export {
  checkedExtensions,
  documentLanguages,
  isDeclared,
  isDeclaredByName,
  languageOf,
  languageOfText,
  languageWithId,
  isProjectFile,
  mayHoldResponse,
  projectFileName,
  refusedGlobs,
} from './languages';
export { IgnoreRules, type IgnoreFile } from './languages/ignoreRules';
export { readProjectCatalogs, readProjectFile, unreadableProjectFile, type ProjectSettings } from './projectFile';
export { rules } from './rules';
export type { Redacted, SecretKind } from './redaction';
export { createReport, ReportBuilder, type PlacedFailure, type ReportRow } from './report';
export { namesSdk, sourceExtensions, sourceLanguageOf, sourceLanguageWithId } from './sourceCode';
export { TemplateError, type JointFailure, type TicketRequest } from './ticket';
export { isRuleId, isRuleSeverity, readRuleSettings, type Finding } from './validation';
