import { rangeOf } from '../../service';
import { checkRequest, refreshNotification, type CheckParams, type CheckResult } from '../protocol';
import { onCustomRequest, type ServerContext } from '../session/serverContext';
import { diagnosticsOf } from './diagnostics';

/** Checks a file that is not open as if it were. Tells a client that does so when to check again. */
export function registerCheck(context: ServerContext): void {
  const { configurations, connection, documents, refresh } = context;
  let hasChecked = false;

  onCustomRequest<CheckParams, CheckResult>(
    context,
    checkRequest,
    { feature: 'check', fallback: { diagnostics: [], responses: 0, failures: [] } },
    async ({ uri, text }) => {
      hasChecked = true;
      const file = documents.getFile(uri, text, await configurations.request(uri));
      const { document, service } = file;
      return {
        diagnostics: diagnosticsOf(file),
        responses: document.count().responses,
        failures: service
          .listFailures(document)
          .map(({ span, ...failure }) => ({ ...failure, range: rangeOf(document.text, span) })),
      };
    },
  );

  refresh.onRefresh(() => {
    if (hasChecked) {
      void connection.sendNotification(refreshNotification);
    }
  });
}
