import type { Position, Range } from 'vscode-languageserver-types';

/** What client and server say to each other beyond the Language Server Protocol. Any editor may use it. */

/** Languages of JSON whose documents the server reads. */
export const jsonLanguages = ['json', 'jsonc', 'jsonl', 'api-response'] as const;

/** Languages of other text in which the server looks for responses and for the exception texts of SDKs. */
export const textLanguages = ['log', 'plaintext', 'http', 'markdown'] as const;

/** Lists the envelopes of an open document: params `EnvelopesParams`, result `EnvelopeSummary[]`. */
export const envelopesRequest = 'apiResponse/envelopes';

/** Fills in the support template: params `TicketParams`, result `TicketResult`, null where the envelope is gone. */
export const ticketRequest = 'apiResponse/ticket';

/** Lists the catalog: no params, result `CodeSummary[]`. */
export const codesRequest = 'apiResponse/codes';

/** Explains a code: params `ExplainParams`, result `ExplainResult`. */
export const explainRequest = 'apiResponse/explain';

/**
 * Commands that a client may have. One that has them says so with `initializationOptions.commands: true`, and gets code
 * lenses that run them: the first with a code as its argument, the second with an `EnvelopePlace`.
 */
export const explainCommand = 'apiResponse.explainErrorCode';
export const copyTicketCommand = 'apiResponse.copySupportTemplate';

/** A place in an envelope of an open document. */
export interface EnvelopePlace {
  readonly uri: string;
  readonly position: Position;
}

export interface EnvelopesParams {
  readonly uri: string;
  /** Where the cursor is. */
  readonly position: Position;
}

export interface EnvelopeSummary {
  /** Its place among the document's envelopes, for `TicketParams`. */
  readonly index: number;
  readonly status: 'success' | 'failure';
  readonly code: string | null;
  readonly requestId: string | null;
  readonly range: Range;
  /** The cursor is in it, and in none that it holds. */
  readonly atCursor: boolean;
}

export interface TicketParams {
  readonly uri: string;
  readonly index: number;
  /** The document's name as the reader of the ticket should see it. */
  readonly file: string;
  /** The user's clock, which the server may not share: milliseconds since 1970 UTC, and minutes ahead of UTC. */
  readonly time: { readonly epoch: number; readonly offset: number };
}

/** `problem` says in one sentence why there is no ticket. */
export type TicketResult =
  { readonly text: string; readonly removed: readonly string[] } | { readonly problem: string };

export interface CodeSummary {
  readonly code: string;
  readonly description: string;
  readonly detail: string;
}

export interface ExplainParams {
  readonly code: string;
}

export interface ExplainResult {
  readonly markdown: string;
}
