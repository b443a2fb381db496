import { commands, l10n, Range, ViewColumn, window, workspace, Disposable, type WebviewPanel } from 'vscode';
import {
  reportRequest,
  type ReportFormat,
  type ReportMessage,
  type ReportParams,
  type ReportResult,
} from '../../../server/src/lsp/protocol';
import type { FoundFailure } from '../check/workspaceCheck';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { fileName } from '../tickets/fileName';

/** The page "API Failure Report": what the last check found, when the page was opened. There is one at most. */
export class FailureReport implements Disposable {
  private panel: WebviewPanel | undefined;
  private failures: readonly FoundFailure[] = [];

  constructor(private readonly client: LazyLanguageClient) {}

  async show(failures: readonly FoundFailure[]): Promise<void> {
    const page = await this.write(failures, 'html');
    this.failures = failures;
    this.panel ??= this.open();
    this.panel.webview.html = page;
    this.panel.reveal();
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): WebviewPanel {
    const panel = window.createWebviewPanel(
      'apiResponse.failureReport',
      l10n.t('API Failure Report'),
      ViewColumn.Active,
      {
        // The page allows no script but its own.
        enableScripts: true,
        localResourceRoots: [],
      },
    );
    panel.onDidDispose(() => (this.panel = undefined));
    panel.webview.onDidReceiveMessage((message: ReportMessage) => {
      this.receive(message).catch((error: unknown) => {
        this.client.output.error('Failed to answer the failure report.', error);
      });
    });
    return panel;
  }

  private async receive(message: ReportMessage): Promise<void> {
    if ('export' in message) {
      const language = message.export === 'markdown' ? 'markdown' : 'plaintext';
      const content = await this.write(this.failures, message.export);
      await window.showTextDocument(await workspace.openTextDocument({ language, content }));
      return;
    }
    const failure = this.failures[message.open];
    if (failure) {
      const { start, end } = failure.range;
      const selection = new Range(start.line, start.character, end.line, end.character);
      await commands.executeCommand('vscode.open', failure.uri, { selection, viewColumn: ViewColumn.Beside });
    }
  }

  private async write(failures: readonly FoundFailure[], format: ReportFormat): Promise<string> {
    const params: ReportParams = {
      failures: failures.map(toReported),
      format,
    };
    const result = await this.client.sendRequest<ReportResult | null>(reportRequest, params);
    if (!result) {
      throw new Error('There is no report.');
    }
    return result.text;
  }
}

/** What a report needs of a failure: messages may be long. */
function toReported({ uri, ...failure }: FoundFailure): ReportParams['failures'][number] {
  const { code, description, product, fault, requestId, time, range } = failure;
  return { code, description, product, fault, requestId, time, range, file: fileName(uri) };
}
