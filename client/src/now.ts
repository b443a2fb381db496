import type { ClientTime } from '../../server/src/lsp/protocol';

/** Now, on the user's clock, which the server's may differ from. */
export function now(): ClientTime {
  const date = new Date();
  return { epoch: date.getTime(), offset: -date.getTimezoneOffset() };
}
