import { TemplateError, type LanguageService, type Redacted } from '../../service';
import {
  jointTicketRequest,
  policyRequest,
  ticketRequest,
  type JointTicketParams,
  type PolicyParams,
  type PolicyResult,
  type TicketParams,
  type TicketResult,
} from '../protocol';
import type { Configuration } from '../session/configuration';
import { onCustomRequest, type ServerContext } from '../session/serverContext';

/** Fills in support tickets for one or many failures, and drafts policies. */
export function registerTickets(context: ServerContext): void {
  const { configurations, documents } = context;

  onCustomRequest<TicketParams, TicketResult | null>(
    context,
    ticketRequest,
    { feature: 'ticket', fallback: null },
    async (params) => {
      const open = await documents.getSource(params);
      const envelope = open?.document.envelopes()[params.index];
      if (!open || !envelope) {
        return null;
      }
      const { configuration, document } = open;
      const { file, time } = params;
      const request = { envelope, file, time, template: configuration.supportTemplate };
      return fillIn(context, configuration, (service) => service.createTicket(document, request));
    },
  );

  onCustomRequest<JointTicketParams, TicketResult | null>(
    context,
    jointTicketRequest,
    { feature: 'joint ticket', fallback: null },
    async ({ failures, time }) =>
      fillIn(context, await configurations.get(), (service) => service.createJointTicket(failures, time)),
  );

  onCustomRequest<PolicyParams, PolicyResult | null>(
    context,
    policyRequest,
    { feature: 'policy', fallback: null },
    async (params) => {
      const open = await documents.getSource(params);
      const envelope = open?.document.envelopes()[params.index];
      if (!open || !envelope) {
        return null;
      }
      const { service } = open;
      const policy = service.draftPolicy(envelope);
      return { policy: policy ? { ...policy, removed: policy.removed.map((kind) => service.secretName(kind)) } : null };
    },
  );
}

/** Creates a ticket in the ticket language; the names of removed secrets are in the client's language. */
async function fillIn(
  { services }: ServerContext,
  configuration: Configuration,
  create: (service: LanguageService) => Redacted,
): Promise<TicketResult> {
  await services.load(configuration.ticketLanguage);
  try {
    const { text, removed } = create(services.for(configuration, configuration.ticketLanguage));
    const service = services.for(configuration);
    return { text, removed: removed.map((kind) => service.secretName(kind)) };
  } catch (error) {
    if (error instanceof TemplateError) {
      return { problem: error.message };
    }
    throw error;
  }
}
