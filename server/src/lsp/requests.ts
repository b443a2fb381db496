import type { CancellationToken, Connection } from 'vscode-languageserver';
import * as answers from './answers';
import type { Configurations } from './configuration';
import type { Knowledge } from './diagnostics';
import type { Documents } from './documents';
import * as protocol from './protocol';
import { safely } from './safely';

/** Wires what client and server say to each other beyond the Language Server Protocol. */
export function registerRequests(
  connection: Connection,
  documents: Documents,
  configurations: Configurations,
  knowledge: Knowledge,
  refresh: () => void,
): void {
  const { catalog } = knowledge;
  /** Registers the answer to a request; `name` is the feature's in the log. */
  const on = <Result>(
    request: string,
    name: string,
    fallback: Result,
    answer: (params: never) => Result | Promise<Result>,
  ): void =>
    void connection.onRequest(request, (params: unknown, token: CancellationToken) =>
      safely(connection.console, name, fallback, () => answer(params as never), token),
    );

  on<protocol.EnvelopeSummary[]>(protocol.envelopesRequest, 'envelopes', [], async (params: protocol.EnvelopesParams) =>
    answers.listEnvelopes(await documents.readSource(params), params),
  );
  on<protocol.TicketResult | null>(protocol.ticketRequest, 'ticket', null, async (params: protocol.TicketParams) =>
    answers.ticket(knowledge, await documents.readSource(params), params),
  );
  on<protocol.PolicyResult | null>(protocol.policyRequest, 'policy', null, async (params: protocol.PolicyParams) =>
    answers.policy(await documents.readSource(params), params),
  );
  connection.onRequest(protocol.codesRequest, (token: CancellationToken) =>
    safely(connection.console, 'codes', [], () => answers.codes(catalog()), token),
  );
  on<protocol.ExplainResult | null>(protocol.explainRequest, 'explain', null, async (params: protocol.ExplainParams) =>
    answers.explanation(
      catalog(),
      await configurations.of(params.place?.uri),
      params.place && (await documents.read(params.place.uri)),
      params,
    ),
  );
  on<protocol.ExplainResult | null>(
    protocol.explainTextRequest,
    'explain text',
    null,
    async (params: protocol.ExplainTextParams) =>
      answers.explanationOfText(catalog(), await configurations.of(), params),
  );
  on<protocol.StatusResult>(
    protocol.statusRequest,
    'status',
    { responses: 0, failures: 0, tooLarge: false },
    async ({ uri }: protocol.StatusParams) => answers.status(await documents.read(uri)),
  );
  on<protocol.CheckResult>(
    protocol.checkRequest,
    'check',
    { diagnostics: [], responses: 0, failures: [] },
    async (params: protocol.CheckParams) =>
      answers.check(params, documents, await configurations.ask(params.uri), knowledge),
  );
  on<protocol.TicketResult | null>(
    protocol.jointTicketRequest,
    'joint ticket',
    null,
    async (params: protocol.JointTicketParams) => answers.jointTicket(knowledge, await configurations.of(), params),
  );

  connection.onNotification(protocol.readAnywayNotification, ({ uri }: protocol.StatusParams) =>
    safely(connection.console, 'read anyway', undefined, () => {
      documents.readAnyway(uri);
      refresh();
    }),
  );
}
