import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';

/** What client and server say to each other beyond the Language Server Protocol. Any editor may use it. */

/** The documents that the server reads, the files that a check reads, and what is worth sending to the server. */
export { mayHoldResponse } from '../../service/languages/mayHoldResponse';
export { checkedExtensions, documentLanguages } from '../../service/languages/table';

/** Lists the envelopes of a text: params `EnvelopesParams`, result `EnvelopeSummary[]`. */
export const envelopesRequest = 'apiResponse/envelopes';

/** Fills in the support template: params `TicketParams`, result `TicketResult`, null where the envelope is gone. */
export const ticketRequest = 'apiResponse/ticket';

/**
 * Drafts a policy that would allow what a failure says was denied: params `PolicyParams`, result `PolicyResult`, null where
 * the envelope is gone.
 */
export const policyRequest = 'apiResponse/policy';

/** Lists the catalog: no params, result `CodeSummary[]`. */
export const codesRequest = 'apiResponse/codes';

/** Explains a code, or a failure that has it: params `ExplainParams`, result `ExplainResult`. */
export const explainRequest = 'apiResponse/explain';

/** Explains whatever a text holds: params `ExplainTextParams`, result `ExplainResult`, null where it holds nothing. */
export const explainTextRequest = 'apiResponse/explainText';

/** Counts the envelopes of an open document: params `StatusParams`, result `StatusResult`. */
export const statusRequest = 'apiResponse/status';

/** Reads an open document though it is over `apiResponse.maxFileSize`: notification with `StatusParams`. */
export const readAnywayNotification = 'apiResponse/readAnyway';

/** Checks a file that is not open: params `CheckParams`, result `CheckResult`. */
export const checkRequest = 'apiResponse/check';

/** Fills in one ticket for many failures: params `JointTicketParams`, result `TicketResult`. */
export const jointTicketRequest = 'apiResponse/jointTicket';

/** Looks for SDKs on the server's machine: params `FindSdksParams`, result `SdkSummary[]`, newest first. */
export const findSdksRequest = 'apiResponse/findSdks';

/**
 * Makes a catalog file of an SDK's error codes: params `ImportCatalogParams`, result `ImportCatalogResult`, null where the
 * SDK is gone. Reports work-done progress to `workDoneToken`.
 */
export const importCatalogRequest = 'apiResponse/importCatalog';

/** An open document, or a text that is none, such as what was copied. */
export type TextSource = { readonly uri: string } | { readonly text: string };

/**
 * Commands that a client may have. One that has them says so with `initializationOptions.commands: true`, and gets code
 * lenses that run them, with an `EnvelopePlace` as their argument; that of the first has the member `code` as well.
 */
export const explainCommand = 'apiResponse.explainErrorCode';
export const copyTicketCommand = 'apiResponse.copySupportTemplate';
export const copyPolicyCommand = 'apiResponse.copyCamPolicy';

/** A place in an envelope of an open document. */
export interface EnvelopePlace {
  readonly uri: string;
  readonly position: Position;
}

export type EnvelopesParams = TextSource & {
  /** Where the cursor is. */
  readonly position?: Position;
};

export interface EnvelopeSummary {
  /** Its place among the document's envelopes, for `TicketParams`. */
  readonly index: number;
  readonly status: 'success' | 'failure';
  readonly code: string | null;
  readonly requestId: string | null;
  readonly range: Range;
  /** Where the code stands, quotes included. */
  readonly codeRange: Range | null;
  /** The cursor is in it, and in none that it holds. */
  readonly atCursor: boolean;
}

export type TicketParams = TextSource & {
  readonly index: number;
  /** The document's name as the reader of the ticket should see it. */
  readonly file: string;
  readonly time: ClientTime;
};

/** The user's clock, which the server may not share: milliseconds since 1970 UTC, and minutes ahead of UTC. */
export interface ClientTime {
  readonly epoch: number;
  readonly offset: number;
}

/** `problem` says in one sentence why there is no ticket. */
export type TicketResult =
  { readonly text: string; readonly removed: readonly string[] } | { readonly problem: string };

export type PolicyParams = TextSource & { readonly index: number };

export interface PolicyResult {
  /** Null where the failure's message names no action and resource that were denied. */
  readonly policy: PolicyDraft | null;
}

export interface PolicyDraft {
  /** The policy as JSON. */
  readonly text: string;
  /** What it allows. */
  readonly actions: readonly string[];
}

export interface CodeSummary {
  readonly code: string;
  readonly description: string;
  readonly detail: string;
}

export interface ExplainParams {
  readonly code: string;
  /** Where a failure with that code is: what its message adds is told too, unless it is gone. */
  readonly place?: EnvelopePlace;
}

export interface ExplainResult {
  readonly markdown: string;
}

export interface ExplainTextParams {
  readonly text: string;
}

export interface StatusParams {
  readonly uri: string;
}

export interface StatusResult {
  readonly responses: number;
  readonly failures: number;
  /** The document is over `apiResponse.maxFileSize` and was not read. */
  readonly tooLarge: boolean;
}

export interface CheckParams {
  readonly uri: string;
  readonly text: string;
}

export interface CheckResult {
  readonly diagnostics: Diagnostic[];
  readonly responses: number;
  readonly failures: FailureSummary[];
}

/** A failure, as far as a list of many tells of it. Empty texts stand for what is not known. */
export interface FailureSummary {
  readonly code: string;
  readonly description: string;
  readonly message: string;
  readonly requestId: string;
  readonly product: string;
  readonly action: string;
  readonly region: string;
  readonly range: Range;
}

export interface JointTicketParams {
  /** Each with the name of its file as the reader of the ticket should see it, and its line from 1. */
  readonly failures: readonly (FailureSummary & { readonly file: string })[];
  readonly time: ClientTime;
}

/** Paths are those of the server's machine. */
export interface FindSdksParams {
  /** Where to look; without it the usual places are searched. */
  readonly folder?: string;
  /** The folders of the workspace, some of whose folders are usual places. */
  readonly workspace?: readonly string[];
}

export interface SdkSummary {
  /** The folder that holds the products of the SDK. */
  readonly folder: string;
  readonly language: 'go' | 'python';
  /** Such as `1.3.166`, or `unknown`. */
  readonly version: string;
  /** By the first label of their API host. */
  readonly products: readonly string[];
}

export interface ImportCatalogParams {
  /** Of a `SdkSummary`. */
  readonly folder: string;
  readonly language: 'go' | 'python';
  /** Those that are wanted; without it all. */
  readonly products?: readonly string[];
  /** Path of the file to write; what is there is replaced. */
  readonly target: string;
  readonly workDoneToken?: string | number;
}

export interface ImportCatalogResult {
  /** `nothing`: no error code was found, and nothing written. `unwritable`: the file could not be written. */
  readonly status: 'imported' | 'nothing' | 'unwritable';
  readonly version: string;
  readonly products: number;
  readonly codes: number;
  /** Source files over 5 MB, which were not read. */
  readonly tooLarge: number;
  readonly unreadable: number;
  /** Source files in which no error code was found. */
  readonly empty: number;
}
