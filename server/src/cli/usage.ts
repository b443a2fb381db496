/** Wrong words on the command line; the message is one sentence with the next step. */
export class UsageError extends Error {}

/** Exit codes: a contract for scripts. */
export const exitCode = { ok: 0, found: 1, failed: 2 } as const;

export const help = `api-response: explains and checks Tencent Cloud API responses, offline.

Usage:
  api-response check [options] PATH... | -   check files, folders (recursively) or standard input
  api-response explain CODE [options]        say what an error code means
  api-response ticket PATH [options]         print the support template, filled in
  api-response catalog import DIR --out FILE make a catalog file of the Tencent Cloud SDK in a folder

check:
  --format text|json     form of the output (text)
  --fail-on SEVERITY     error|warning|information|hint|never: exit with 1 from this severity on (error)
  --declared GLOB        documents that are API responses whatever they hold (may repeat)
  --rule ID=SEVERITY     set a rule to error|warning|information|hint|off (may repeat)
  --unwrapped            take what tccli prints, without its Response, for a response
  --product NAME         the product whose codes are meant
  --stdin-filename NAME  name of standard input, which decides how it is read

explain:
  --format text|json, --product NAME

ticket:
  --index N              which response of the document, from 0 (the first failure, else the first)

catalog import:
  --out FILE             the file to write; an earlier import is replaced, no other file is

All: --locale en, --help, --version

Exit codes: 0 nothing found, 1 something found (explain: code not known), 2 wrong usage or unreadable files.
`;
