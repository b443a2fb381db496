import type { Position } from 'vscode-languageserver-types';

/** Longer texts, in UTF-16 units, are not codes, and are not passed to a command. */
const maxCodeLength = 200;

/** What the client's command that explains a code at a place takes. */
export interface ExplainArgument {
  readonly code: string;
  readonly uri: string;
  readonly position: Position;
}

/** The argument for a code; undefined if it is no code that a command could explain. */
export function explainArgument(value: string, place: Omit<ExplainArgument, 'code'>): ExplainArgument | undefined {
  const code = value.trim();
  return code !== '' && code.length <= maxCodeLength ? { code, ...place } : undefined;
}
