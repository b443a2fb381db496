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
import { statusRequest, type StatusParams, type StatusResult, type TooLarge } from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { formatCount } from '../ui/formatCount';

const debounceMs = 500;

/**
 * Shows in the language status how many responses the active document has, or that it is too large to be read. By the
 * same answer it sets the context keys of menus and palette: what cannot work in the active document is not offered.
 */
export class DocumentStatus implements Disposable {
  private item: LanguageStatusItem | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable;

  constructor(private readonly client: LazyLanguageClient) {
    this.subscriptions = Disposable.from(
      client.onDidRefresh(() => this.scheduleUpdate()),
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) {
          this.scheduleUpdate();
        }
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('apiResponse')) {
          this.scheduleUpdate();
        }
      }),
    );
    this.update();
  }

  /** Updates the status now instead of after the next edit. */
  update(): void {
    clearTimeout(this.timer);
    const document = window.activeTextEditor?.document;
    if (!document || !this.client.reads(document)) {
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
      // The language client reports a server that does not answer.
      () => undefined,
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.item?.dispose();
    this.subscriptions.dispose();
  }

  private scheduleUpdate(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), debounceMs);
  }

  private show(document: TextDocument | undefined, status: StatusResult | undefined): void {
    setContext('hasResponse', (status?.responses ?? 0) > 0);
    setContext('hasPolicyDraft', status?.hasPolicyDraft ?? false);
    setContext('tooLarge', (status?.tooLarge ?? false) !== false);
    if (status && status.responses > 0) {
      // From the first response on, the window has the view of all failures.
      setContext('hadResponse', true);
    }
    if (!document || !status || (status.responses === 0 && !status.tooLarge && !status.tooDeep)) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    // Create a new item each time, since some properties cannot be reset.
    this.item?.dispose();
    const selector = { language: document.languageId, scheme: document.uri.scheme };
    const item = languages.createLanguageStatusItem('apiResponse.status', selector);
    this.item = item;
    item.name = l10n.t('API Response');
    if (status.tooLarge) {
      [item.text, item.detail] = describeRefusal(status.tooLarge);
      item.severity = LanguageStatusSeverity.Warning;
      item.command = { title: l10n.t('Read Anyway'), command: 'apiResponse.readAnyway' };
    } else {
      item.text = l10n.t(
        '{0}, {1}',
        formatCount('API response', status.responses),
        formatCount('failure', status.failures),
      );
      if (status.tooDeep) {
        item.detail = l10n.t('Not searched: responses nested more than 1,000 levels deep');
        item.severity = LanguageStatusSeverity.Warning;
      }
      if (status.failures > 0) {
        item.command = { title: l10n.t('Copy Support Ticket'), command: 'apiResponse.copySupportTemplate' };
      }
    }
  }
}

/** Sets a context key; VS Code does nothing if the value is the same. */
function setContext(key: string, value: boolean): void {
  void commands.executeCommand('setContext', `apiResponse.${key}`, value);
}

/** Why a document was not read: in a few words, and the limit. */
function describeRefusal(reason: TooLarge): [text: string, detail: string] {
  return reason === 'size'
    ? [l10n.t('Too large to look for API responses'), 'apiResponse.maxFileSize']
    : [l10n.t('Too many API responses to read'), l10n.t('More than 100,000')];
}
