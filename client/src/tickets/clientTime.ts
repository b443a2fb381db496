import type { ClientTime } from '../../../server/src/lsp/protocol';

/** The current time of the user's clock, which may differ from the server's. */
export function clientTime(): ClientTime {
  const now = new Date();
  return { epoch: now.getTime(), offset: -now.getTimezoneOffset() };
}
