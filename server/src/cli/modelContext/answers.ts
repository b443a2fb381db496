import type { DisplayLanguage, Severity } from '../../service';

/**
 * What the tools of the MCP server take and give. Types only: the tools are in `dist/mcp.js`, what they answer is made in
 * `dist/cli.js`.
 */
export interface Answers {
  explain(input: ExplainInput): Promise<Answer<Explained>>;
  /** `roots`: the folders that the client allows to read, as paths. */
  check(input: SourceInput, roots: Roots): Promise<Answer<Checked>>;
  ticket(input: TicketInput, roots: Roots): Promise<Answer<Ticket>>;
}

/** Asks the client for the folders that may be read. */
export type Roots = () => Promise<readonly string[]>;

/** An answer, to read and as data. */
export interface Answer<T> {
  readonly text: string;
  readonly data: T;
}

interface CommonInput {
  readonly product?: string | undefined;
  readonly locale?: DisplayLanguage | undefined;
}

export interface ExplainInput extends CommonInput {
  readonly text: string;
}

/** Either a text or a file. */
export interface SourceInput extends CommonInput {
  readonly text?: string | undefined;
  readonly fileName?: string | undefined;
  readonly file?: string | undefined;
}

export interface TicketInput extends SourceInput {
  readonly index?: number | undefined;
}

export interface Explained {
  readonly found: boolean;
  readonly explanation: string;
}

export interface Checked {
  readonly responses: number;
  readonly failures: number;
  readonly findings: readonly PlacedFinding[];
  /** Findings that are not listed. */
  readonly more: number;
}

/** Lines and columns count from 1, in UTF-16 units; the end is exclusive. */
export interface PlacedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Ticket {
  readonly ticket: string;
  /** The kinds of secrets that were taken out. */
  readonly removed: readonly string[];
}
