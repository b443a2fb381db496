import { rangeOf, type ApiResponseDocument, type Failure } from '../../service';
import { checkRequest, type CheckParams, type CheckResult, type FailureSummary } from '../protocol';
import { onCustomRequest, type ServerContext } from '../session/serverContext';
import { diagnosticsOf } from './diagnostics';

/** Checks a file that is not open as if it were. */
export function registerCheck(context: ServerContext): void {
  const { configurations, documents } = context;

  onCustomRequest<CheckParams, CheckResult>(
    context,
    checkRequest,
    { feature: 'check', fallback: { diagnostics: [], responses: 0, failures: [], itemFailures: [], tooLarge: false } },
    async ({ uri, text }) => {
      const file = documents.getFile(uri, text, await configurations.request(uri));
      const { document, service, tooLarge } = file;
      return {
        diagnostics: diagnosticsOf(file),
        responses: document.count().responses,
        failures: service.listFailures(document).map((failure) => withRange(failure, document)),
        itemFailures: service.listItemFailures(document).map((failure) => withRange(failure, document)),
        tooLarge,
      };
    },
  );
}

function withRange({ span, ...failure }: Failure, { text }: ApiResponseDocument): FailureSummary {
  return { ...failure, range: rangeOf(text, span) };
}
