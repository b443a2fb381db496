import type { Localizer } from '../base/localizer';
import type { Catalog } from '../catalog';
import type { Settings } from './settings';

/** Everything that answers depend on besides the document. */
export interface ServiceContext {
  /** Created on first use. */
  readonly catalog: Catalog;
  readonly l10n: Localizer;
  readonly settings: Settings;
  /** Address of docs/rules.md, which has a section for each rule. */
  readonly rulesPage: string;
  /** A RequestId that belongs to no call. */
  readonly newRequestId: () => string;
  readonly client: ClientSupport;
}

/** Capabilities of the client. */
export interface ClientSupport {
  /** Completions may be snippets. */
  readonly snippets: boolean;
  /** It renders Markdown in hovers, and in tooltips. */
  readonly markdownHovers: boolean;
  /** It renders Markdown in what completions say. */
  readonly markdownDocumentation: boolean;
  /** Edits may name the version of the document they apply to. */
  readonly versionedEdits: boolean;
  /** Its commands for code lenses and links, if it has any. */
  readonly commands: ClientCommands | undefined;
  /** The command that a hover may link to, as `explain` below; undefined if its hovers run no commands. */
  readonly hoverCommand: string | undefined;
}

/** The commands that code lenses and links run. Each takes one argument. */
export interface ClientCommands {
  /** Explains a failure: the argument is `{code, uri, position}`, its code and a place in the envelope. */
  readonly explain: string;
  /** Copies a ticket: the argument is `{uri, position}`, a place in the envelope. */
  readonly copyTicket: string;
  /** Copies a policy draft for an action that was denied: the argument is like that of `copyTicket`. */
  readonly copyPolicy: string;
  /** Shows the section about a rule: the argument is its ID. */
  readonly showRule: string;
}
