/** Wrong use of the command line; the message is one sentence with the next step. */
export class UsageError extends Error {}

/** Exit codes: a contract for scripts. */
export const exitCode = { ok: 0, found: 1, failed: 2 } as const;
