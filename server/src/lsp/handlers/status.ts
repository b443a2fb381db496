import { readAnywayNotification, statusRequest, type StatusParams, type StatusResult } from '../protocol';
import { guardRequest } from '../session/guardRequest';
import { onCustomRequest, type ServerContext } from '../session/serverContext';

const emptyStatus: StatusResult = {
  responses: 0,
  failures: 0,
  tooLarge: false,
  tooDeep: false,
  hasPolicyDraft: false,
};

/** Counts the envelopes of an open document, and parses an oversized one when the user asks for it. */
export function registerStatus(context: ServerContext): void {
  const { connection, documents, refresh } = context;

  onCustomRequest<StatusParams, StatusResult>(
    context,
    statusRequest,
    { feature: 'status', fallback: emptyStatus },
    async ({ uri }) => {
      const open = await documents.get(uri);
      if (!open) {
        return emptyStatus;
      }
      const { document, service, tooLarge } = open;
      return {
        ...document.count(),
        tooLarge,
        tooDeep: document.isTooDeep(),
        hasPolicyDraft: service.hasPolicyDraft(document),
      };
    },
  );

  connection.onNotification(readAnywayNotification, ({ uri }: StatusParams) =>
    guardRequest(connection.console, { feature: 'read anyway', fallback: undefined }, () => {
      documents.parseAnyway(uri);
      refresh.now();
    }),
  );
}
