/**
 * The façade: text in, answers out. The only file of the service that the outside imports.
 *
 * text → sources → envelopes → rules, catalog → features. A text that will not change goes through `readDocument`; one
 * that is being edited is a `ChunkedText`, whose `DocumentReader` reads again only what has changed.
 */
export { Catalog } from './catalog';
export type { CatalogData, CatalogFile, CodeMatch, Entry } from './catalog';
export * as l10n from './l10n';
export { currentLanguage, languageOfLocale, languages, speak, speaking } from './l10n';
export type { Language, Strings } from './l10n';
export { readCatalog } from './catalog/readCatalog';
export { compareVersions, readSdkSource, sdkCatalog, sdkSourcePlace } from './catalog/sdkCatalog';
export type { SdkCatalog, SdkLanguage, SdkSource, SdkSourcePlace } from './catalog/sdkCatalog';
export { isDeclared } from './declared';
export type { Envelope, ResponseDocument, SourceKind, Span } from './envelope';
export { codeActions } from './features/codeActions';
export type { ActionKnowledge, CodeActionRequest } from './features/codeActions';
export { codeLenses } from './features/codeLens';
export type { LensCommands } from './features/codeLens';
export { completion } from './features/completion';
export { completionHelp } from './features/completionItems';
export { diagnosticSource, toDiagnostics } from './features/diagnostics';
export { explain, explanationToMarkdown, explanationToText, scopeLabel } from './features/explanation';
export type { Explanation } from './features/explanation';
export { explainFailureAt, explainText } from './features/explainText';
export { failuresOf } from './features/failures';
export { hover } from './features/hover';
export { policyDraft } from './features/insightText';
export { inlayHints } from './features/inlayHints';
export { rangeOf } from './features/range';
export { documentSymbols } from './features/symbols';
export { insightsOf } from './insights';
export type { Insight } from './insights';
export { findings, rules } from './rules';
export type { Finding, RuleId, RuleSeverity, Severity } from './rules';
export { someFindings } from './rules/someFindings';
export { defaultSettings, isRuleId, isRuleSeverity, readRuleSettings } from './settings';
export type { Settings } from './settings';
export { createReader, flatten, isDeclaredByName, languageOf, languageOfText, readDocument } from './sources';
export type { DocumentReader, Part, ReadOptions } from './sources';
export { ChunkedText } from './text/chunkedText';
export { createTicket, TemplateError } from './ticket';
export { createJointTicket } from './ticket/jointTicket';
export type { JointFailure } from './ticket/jointTicket';
export { secretName } from './ticket/redaction';
export type { Redacted } from './ticket/redaction';
export type { TicketRequest } from './ticket';
export type { LocalTime } from './ticket/time';
