import {
  commands,
  Disposable,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  workspace,
  type LanguageStatusItem,
  type TextDocument,
} from 'vscode';
import type { LazyLanguageClient } from './client/lazyLanguageClient';
import { statusRequest, type StatusParams, type StatusResult } from '../../server/src/lsp/protocol';
import { count } from './count';
import { documentSelector } from './client/documentSelector';

/** Milliseconds without an edit after which responses are counted again. */
const quiet = 500;

/**
 * Says in the language status how many responses the document in the active editor has, or that it is too large to be
 * read, and nothing where it has none. Menus show commands by the same count, in the context key `apiResponse.hasResponse`.
 */
export class DocumentStatus implements Disposable {
  private item: LanguageStatusItem | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable;

  constructor(private readonly client: LazyLanguageClient) {
    this.subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) {
          this.schedule();
        }
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('apiResponse')) {
          this.schedule();
        }
      }),
    );
    this.update();
  }

  /** Counts now, in whichever document is in the active editor. */
  update(): void {
    clearTimeout(this.timer);
    const document = window.activeTextEditor?.document;
    if (!document || languages.match(documentSelector, document) === 0) {
      this.show(undefined, undefined);
      return;
    }
    const params: StatusParams = { uri: document.uri.toString() };
    this.client.sendRequest<StatusResult>(statusRequest, params).then(
      (status) => {
        if (document === window.activeTextEditor?.document) {
          this.show(document, status);
        }
      },
      // A server that does not answer says so elsewhere.
      () => undefined,
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.item?.dispose();
    this.subscriptions.dispose();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), quiet);
  }

  private show(document: TextDocument | undefined, status: StatusResult | undefined): void {
    void commands.executeCommand('setContext', 'apiResponse.hasResponse', (status?.responses ?? 0) > 0);
    if (!document || !status || (status.responses === 0 && !status.tooLarge)) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    // An item is made anew each time, as some of its parts cannot be taken back.
    this.item?.dispose();
    const selector = { language: document.languageId, scheme: document.uri.scheme };
    const item = languages.createLanguageStatusItem('apiResponse.status', selector);
    this.item = item;
    item.name = l10n.t('API Response');
    if (status.tooLarge) {
      item.text = l10n.t('Too large: API responses were not looked for');
      item.detail = 'apiResponse.maxFileSize';
      item.severity = LanguageStatusSeverity.Warning;
      item.command = { title: l10n.t('Read Anyway'), command: 'apiResponse.readAnyway' };
    } else {
      item.text = l10n.t('{0}, {1}', count('API response', status.responses), count('failure', status.failures));
      if (status.failures > 0) {
        item.command = { title: l10n.t('Copy Support Template'), command: 'apiResponse.copySupportTemplate' };
      }
    }
  }
}
