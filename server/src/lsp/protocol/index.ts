import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';

/** The requests and notifications beyond the Language Server Protocol. Any client may use them. */

/** Which documents the server reads, which files a check reads, and which text is worth sending to the server. */
export { isDeclared as matchesGlobs } from '../../service/languages/declared';
export { IgnoreRules, type IgnoreFile } from '../../service/languages/ignoreRules';
export { mayHoldResponse } from '../../service/languages/mayHoldResponse';
export { isProjectFile } from '../../service/languages/projectFile';
export { checkedExtensions, documentLanguages } from '../../service/languages/table';
export { sourceLanguages } from '../../service/sourceCode/languages';
export { namesSdk } from '../../service/sourceCode/sdkNames';

/** Lists the envelopes of a text: params `EnvelopesParams`, result `EnvelopeSummary[]`. */
export const envelopesRequest = 'apiResponse/envelopes';

/** Fills in the support template: params `TicketParams`, result `TicketResult`, null if the envelope is gone. */
export const ticketRequest = 'apiResponse/ticket';

/**
 * Drafts a policy that would allow what a failure says was denied: params `PolicyParams`, result `PolicyResult`, null
 * if the envelope is gone.
 */
export const policyRequest = 'apiResponse/policy';

/** Lists the catalog, or finds codes of which only the name is known: params `CodesParams`, result `CodeSummary[]`. */
export const codesRequest = 'apiResponse/codes';

/** Explains a code, or a failure that has it: params `ExplainParams`, result `ExplainResult`. */
export const explainRequest = 'apiResponse/explain';

/**
 * Explains everything a text contains: params `ExplainTextParams`, result `ExplainResult`, null if there is nothing.
 */
export const explainTextRequest = 'apiResponse/explainText';

/**
 * Says to a language model what is known of a text or file, without secrets: params `ExplainForAssistantParams`, result
 * `ExplainForAssistantResult`, null if there is nothing.
 */
export const explainForAssistantRequest = 'apiResponse/explainForAssistant';

/** Counts the envelopes of an open document: params `StatusParams`, result `StatusResult`. */
export const statusRequest = 'apiResponse/status';

/** Reads an open document however large it is: notification with `StatusParams`. */
export const readAnywayNotification = 'apiResponse/readAnyway';

/** Checks a file that is not open: params `CheckParams`, result `CheckResult`. */
export const checkRequest = 'apiResponse/check';

/**
 * The answers to `checkRequest` and `codesRequest` may have changed: a notification without params to clients that set
 * `initializationOptions.commands: true`.
 */
export const refreshNotification = 'apiResponse/refresh';

/** Fills in one ticket for many failures: params `JointTicketParams`, result `TicketResult`. */
export const jointTicketRequest = 'apiResponse/jointTicket';

/** Makes a report of many failures, without secrets: params `ReportParams`, result `ReportResult`. */
export const reportRequest = 'apiResponse/report';

/** Looks for SDKs on the server's machine: params `FindSdksParams`, result `SdkSummary[]`, newest first. */
export const findSdksRequest = 'apiResponse/findSdks';

/**
 * Writes a catalog file from an SDK's error codes: params `ImportCatalogParams`, result `ImportCatalogResult`, null if
 * the SDK is gone. Reports work-done progress to `workDoneToken`.
 */
export const importCatalogRequest = 'apiResponse/importCatalog';

/**
 * Sent by the server to clients that set `initializationOptions.readFile: true`: reads a file that only the client can
 * reach. Params `ReadFileParams`, result its text, null if there is none that the server may read; an error if it cannot
 * be read, or is over 5 MB.
 */
export const readFileRequest = 'apiResponse/readFile';

/** What a client may say of itself in `initializationOptions`, beside the settings. */
export interface ClientOptions {
  /** It implements the commands below. */
  readonly commands?: boolean;
  /** Its hovers may link to `explainCommand`, which runs when the link is clicked. */
  readonly hoverCommands?: boolean;
  /** It answers `readFileRequest`. */
  readonly readFile?: boolean;
  /** It checks project files by their schema, and wants only the findings that no schema sees. */
  readonly projectFileSchema?: boolean;
  /** The path of the catalog that `importCatalogRequest` writes. */
  readonly importedCatalog?: string;
  /** The URI of the folder of this package, where the server runs in a web worker and reads it through the client. */
  readonly extensionUri?: string;
}

export interface ReadFileParams {
  readonly uri: string;
}

/** An open document, or text from elsewhere, such as the clipboard. */
export type TextSource = { readonly uri: string } | { readonly text: string };

/**
 * Commands that a client may implement. A client that does sets `initializationOptions.commands: true`, and gets code
 * lenses and links that run them. The argument is an `EnvelopePlace`, for `explainCommand` with an additional member
 * `code`, for `showRuleCommand` the ID of a rule.
 */
export const explainCommand = 'apiResponse.explainErrorCode';
export const copyTicketCommand = 'apiResponse.copySupportTemplate';
export const copyPolicyCommand = 'apiResponse.copyCamPolicy';
export const showRuleCommand = 'apiResponse.showRule';

/** A place in an envelope of an open document. */
export interface EnvelopePlace {
  readonly uri: string;
  readonly position: Position;
}

export type EnvelopesParams = TextSource & {
  /** The position of the cursor. */
  readonly position?: Position;
};

export interface EnvelopeSummary {
  /** Its index among the document's envelopes, for `TicketParams`. */
  readonly index: number;
  readonly status: 'success' | 'failure';
  readonly code: string | null;
  readonly requestId: string | null;
  readonly range: Range;
  /** The range of the code, quotes included. */
  readonly codeRange: Range | null;
  /** It is the innermost envelope around the cursor. */
  readonly atCursor: boolean;
}

export type TicketParams = TextSource & {
  readonly index: number;
  /** The document's name as the reader of the ticket should see it. */
  readonly file: string;
  readonly time: ClientTime;
};

/** The user's clock, which may differ from the server's: milliseconds since 1970 UTC, and minutes ahead of UTC. */
export interface ClientTime {
  readonly epoch: number;
  readonly offset: number;
}

/** `problem`: one sentence on why there is no ticket. */
export type TicketResult =
  { readonly text: string; readonly removed: readonly string[] } | { readonly problem: string };

export type PolicyParams = TextSource & { readonly index: number };

export interface PolicyResult {
  /** Null if the failure's message names no denied action and resource. */
  readonly policy: PolicyDraft | null;
}

export interface PolicyDraft {
  /** The policy as JSON. */
  readonly text: string;
  /** What it allows. */
  readonly actions: readonly string[];
  /** The secrets that were removed from it. */
  readonly removed: readonly string[];
}

export interface CodesParams {
  /** Only codes without an entry that contain this text, whatever their product and case: the first 200 of them. */
  readonly containing?: string;
}

export interface CodeSummary {
  readonly code: string;
  readonly description: string;
  readonly detail: string;
}

export interface ExplainParams {
  readonly code: string;
  /** A failure with that code, whose message is explained too, or the code in source code, unless it is gone. */
  readonly place?: TextSource & { readonly position: Position };
  /** The product whose code it is, if known and the place does not say. */
  readonly product?: string;
  /** Related codes are links to pages beside this one: `../code/CODE.md`. */
  readonly pages?: boolean;
}

export interface ExplainResult {
  readonly markdown: string;
  /** The product whose code it is at the place, empty if unknown; absent if the code is not there. */
  readonly product?: string;
}

export interface ExplainTextParams {
  readonly text: string;
  /** As in `ExplainParams`. */
  readonly pages?: boolean;
}

export interface ExplainForAssistantParams {
  readonly text: string;
  /** The file that the text is from. */
  readonly uri?: string;
}

export type ExplainForAssistantResult = { readonly text: string } | { readonly tooLarge: TooLarge };

export interface StatusParams {
  readonly uri: string;
}

/** Why a document was not read: it exceeds `apiResponse.maxFileSize`, or has more than 100,000 responses. */
export type TooLarge = 'size' | 'responses';

export interface StatusResult {
  readonly responses: number;
  readonly failures: number;
  readonly tooLarge: TooLarge | false;
  /** Members called `Response` were not searched, since more than 1,000 are around them. */
  readonly tooDeep: boolean;
  /** A policy can be drafted for a failure: its message names a denied action and resource. */
  readonly hasPolicyDraft: boolean;
}

export interface CheckParams {
  readonly uri: string;
  readonly text: string;
}

export interface CheckResult {
  readonly diagnostics: Diagnostic[];
  readonly responses: number;
  readonly failures: FailureSummary[];
  /** The failures of items, whose codes are inside the payloads of responses. The range is that of the code. */
  readonly itemFailures: FailureSummary[];
  readonly tooLarge: TooLarge | false;
}

/** A failure in a list of many. Unknown values are empty strings. */
export interface FailureSummary {
  readonly code: string;
  readonly description: string;
  readonly message: string;
  readonly requestId: string;
  readonly product: string;
  readonly action: string;
  readonly region: string;
  /** Whose fault it is. */
  readonly fault: 'caller' | 'account' | 'service' | 'network' | '';
  /** When the call was sent, as written in the text. */
  readonly time: string;
  readonly range: Range;
  /** It is the failure of an item of the response. */
  readonly item?: true;
}

export interface JointTicketParams {
  /** `file` is what the reader of the ticket should see: the name of the document, and the line from 1. */
  readonly failures: readonly (Omit<FailureSummary, 'fault'> & { readonly file: string })[];
  readonly time: ClientTime;
}

/** `html` is a page for a webview: it sends a `ReportMessage` for what is clicked. */
export type ReportFormat = 'html' | 'markdown' | 'csv';

export interface ReportParams {
  /** `file` is what the reader of the report should see. */
  readonly failures: readonly (Pick<
    FailureSummary,
    'code' | 'description' | 'product' | 'fault' | 'requestId' | 'time' | 'range'
  > & { readonly file: string })[];
  readonly format: ReportFormat;
}

export interface ReportResult {
  readonly text: string;
}

/** What was clicked: a failure, by its index in `ReportParams`, or a button that exports all of them. */
export type ReportMessage = { readonly open: number } | { readonly export: Exclude<ReportFormat, 'html'> };

/** Paths are on the server's machine. */
export interface FindSdksParams {
  /** The folder to search; by default the usual places. */
  readonly folder?: string;
  /** The folders of the workspace, which contain some of the usual places. */
  readonly workspace?: readonly string[];
}

export interface SdkSummary {
  /** The folder with the products of the SDK. */
  readonly folder: string;
  readonly language: 'go' | 'python';
  /** For example `1.3.166`, or `unknown`. */
  readonly version: string;
  /** Named after the first label of their API host. */
  readonly products: readonly string[];
}

export interface ImportCatalogParams {
  /** As in `SdkSummary`. */
  readonly folder: string;
  readonly language: 'go' | 'python';
  /** The products to import; by default all. */
  readonly products?: readonly string[];
  /** Path of the file to write; an existing one is replaced. */
  readonly target: string;
  readonly workDoneToken?: string | number;
}

export interface ImportCatalogResult {
  /** `nothing`: no error codes were found, and nothing was written. `unwritable`: the file could not be written. */
  readonly status: 'imported' | 'nothing' | 'unwritable';
  readonly version: string;
  readonly products: number;
  readonly codes: number;
  /** Source files over 5 MB, which were not read. */
  readonly tooLarge: number;
  readonly unreadable: number;
  /** Source files without error codes. */
  readonly empty: number;
}
