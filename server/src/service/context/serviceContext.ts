import type { Localizer } from '../base/localizer';
import type { Catalog } from '../catalog';
import type { Settings } from './settings';

/** What answers depend on, besides the document. */
export interface ServiceContext {
  /** Made when an answer first needs it. */
  readonly catalog: Catalog;
  readonly l10n: Localizer;
  readonly settings: Settings;
  /** Address of docs/rules.md, in which each rule has a section. */
  readonly rulesPage: string;
  /** A RequestId that no call has. */
  readonly newRequestId: () => string;
  readonly client: ClientSupport;
}

/** What the client can do. */
export interface ClientSupport {
  /** Completions may be snippets. */
  readonly snippets: boolean;
  /** Edits may name the version of the document that they are for. */
  readonly versionedEdits: boolean;
  /** Its commands for code lenses; undefined where it has none. */
  readonly lensCommands: LensCommands | undefined;
}

/** The commands that code lenses run; each gets one argument. */
export interface LensCommands {
  /** Explains a failure: the argument is `{code, uri, position}`, its code and a place in the envelope. */
  readonly explain: string;
  /** Copies a ticket: the argument is `{uri, position}`, a place in the envelope. */
  readonly copyTicket: string;
  /** Copies a policy draft for an action that was denied: the argument is like that of `copyTicket`. */
  readonly copyPolicy: string;
}
