import type { ExtensionContext } from 'vscode';
import { registerExplainTool } from './assistant/explainTool';
import { FailuresView } from './check/failuresView';
import { WorkspaceCheck } from './check/workspaceCheck';
import { LazyLanguageClient, type LanguageClientModule } from './client/lazyLanguageClient';
import { registerCheckWorkspace } from './commands/checkWorkspace';
import { registerCopyCamPolicy } from './commands/copyCamPolicy';
import { registerCopyRequestId } from './commands/copyRequestId';
import { registerCopySupportTemplate } from './commands/copySupportTemplate';
import { registerCopyTicketForAll } from './commands/copyTicketForAll';
import { registerExplainClipboard } from './commands/explainClipboard';
import { registerExplainErrorCode } from './commands/explainErrorCode';
import { registerFailureActions } from './commands/failureActions';
import { registerFindFailures } from './commands/findFailures';
import { registerOpenFailureReport } from './commands/openFailureReport';
import { registerOpenSample } from './commands/openSample';
import { registerReadAnyway } from './commands/readAnyway';
import { registerRestartServer } from './commands/restartServer';
import { registerShowOutput } from './commands/showOutput';
import { registerShowRule } from './commands/showRule';
import { DocumentStatus } from './features/documentStatus';
import { Explanations } from './features/explanations';
import { registerTerminalLinks } from './features/terminalLinks';
import { FailureReport } from './report/failureReport';
import { Samples } from './walkthrough/samples';

/** Registers what works in every host of extensions, and returns the language client for the rest. */
export function activateEverywhere(
  context: ExtensionContext,
  loadModule: () => Promise<LanguageClientModule>,
): LazyLanguageClient {
  const client = new LazyLanguageClient(context, loadModule);
  const explanations = new Explanations(client);
  const status = new DocumentStatus(client);
  const check = new WorkspaceCheck(client);
  const report = new FailureReport(client);
  const samples = new Samples();
  context.subscriptions.push(
    client,
    explanations,
    status,
    check,
    report,
    new FailuresView(check),
    samples,
    registerCopySupportTemplate(client),
    registerCopyRequestId(client),
    registerCopyCamPolicy(client),
    registerExplainErrorCode(client, explanations),
    registerExplainClipboard(client, explanations),
    registerReadAnyway(client, status),
    registerCheckWorkspace(client, check),
    registerCopyTicketForAll(client, check),
    registerFailureActions(client),
    registerFindFailures(client),
    registerOpenFailureReport(client, check, report),
    registerTerminalLinks(client, explanations),
    registerExplainTool(client),
    registerOpenSample(client, samples),
    registerRestartServer(client),
    registerShowOutput(client),
    registerShowRule(client, context),
  );
  return client;
}
