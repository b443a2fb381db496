/**
 * The façade: text in, answers out. The only file of the service that the outside imports.
 *
 * text → sources → envelopes → rules, catalog → features. A text that will not change goes through `readDocument`; one
 * that is being edited is a `ChunkedText`, whose `DocumentReader` reads again only what has changed.
 */
export { Catalog } from './catalog';
export type { CatalogData, CatalogFile, CodeMatch, Entry } from './catalog';
export * as l10n from './base/localizer';
export { currentLanguage, languageOfLocale, languages, speak, speaking } from './base/localizer';
export type { Language, Strings } from './base/localizer';
export { readCatalog } from './catalog/readCatalog';
export { compareVersions, readSdkSource, sdkCatalog, sdkSourcePlace } from './catalog/sdkCatalog';
export type { SdkCatalog, SdkLanguage, SdkSource, SdkSourcePlace } from './catalog/sdkCatalog';
export { isDeclared } from './languages/declared';
export type { Envelope, ParsedText, SourceKind } from './envelope/envelope';
export type { Span } from './base/span';
export { codeActions } from './features/codeActions';
export type { ActionKnowledge, CodeActionRequest } from './features/codeActions';
export { codeLenses } from './features/codeLens';
export type { LensCommands } from './features/codeLens';
export { completion } from './features/completion';
export { completionHelp } from './features/completionItems';
export { diagnosticSource, toDiagnostics } from './features/diagnostics';
export { explain, explanationToMarkdown, explanationToText, scopeLabel } from './explain/explanation';
export type { Explanation } from './explain/explanation';
export { explainFailureAt, explainText } from './explain/explainText';
export { failuresOf } from './explain/failures';
export { hover } from './features/hover';
export { policyDraft } from './explain/insightText';
export { inlayHints } from './features/inlayHints';
export { rangeOf } from './features/range';
export { documentSymbols } from './features/documentSymbols';
export { insightsOf } from './insights';
export type { Insight } from './insights';
export { rules } from './rules';
export type { RuleId } from './rules';
export type { Rule } from './rules/rule';
export type { RuleSeverity, Severity } from './base/severity';
export { someFindings } from './validation/cappedFindings';
export { findings } from './validation/findings';
export type { Finding } from './validation/findings';
export { isRuleId, isRuleSeverity, readRuleSettings } from './validation/ruleSettings';
export { defaultSettings } from './context/settings';
export type { Settings } from './context/settings';
export { createReader, flatten, isDeclaredByName, languageOf, languageOfText, readDocument } from './document';
export type { DocumentReader, Part, ReadOptions } from './document';
export { ChunkedText } from './incremental/chunkedText';
export { createTicket, TemplateError } from './ticket';
export { createJointTicket } from './ticket/jointTicket';
export type { JointFailure } from './ticket/jointTicket';
export { secretName } from './ticket/redaction';
export type { Redacted } from './ticket/redaction';
export type { TicketRequest } from './ticket';
export type { LocalTime } from './ticket/time';
