/**
 * The façade: text in, answers out. The only file of the service that the outside imports.
 *
 * text → `readDocument` (sources) → envelopes → `findings` (rules), `Catalog`, `hover`, `createTicket` (features)
 */
export { Catalog } from './catalog';
export type { CatalogData, CatalogFile, CodeMatch, Entry } from './catalog';
export { isDeclared } from './declared';
export type { Envelope, ResponseDocument, SourceKind, Span } from './envelope';
export { toDiagnostics } from './features/diagnostics';
export { explain, explanationToMarkdown, explanationToText } from './features/explanation';
export type { Explanation } from './features/explanation';
export { hover } from './features/hover';
export { rangeOf } from './features/range';
export { findings, rules } from './rules';
export type { Finding, RuleId, RuleSeverity, Severity } from './rules';
export { defaultSettings, isRuleId, isRuleSeverity, readRuleSettings } from './settings';
export type { Settings } from './settings';
export { readDocument, readLanguages } from './sources';
export type { ReadOptions } from './sources';
export { createTicket, TemplateError } from './ticket';
export type { Ticket, TicketRequest } from './ticket';
export type { LocalTime } from './ticket/time';
