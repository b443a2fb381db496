/** Invalid use of the command line. The message is one sentence that says what to do. */
export class UsageError extends Error {}

/** Exit codes: a contract for scripts. */
export const exitCode = { ok: 0, found: 1, failed: 2 } as const;
