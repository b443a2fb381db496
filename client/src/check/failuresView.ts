import {
  Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
  type TextDocumentShowOptions,
  type TreeDataProvider,
  type TreeView,
  type Uri,
} from 'vscode';
import { escapeForMessage } from '../ui/escape';
import { formatCount } from '../ui/formatCount';
import { baseName } from '../ui/paths';
import { groupFailures, groupItemFailures, type FailureGroup, type FailureNode } from './failureGroups';
import type { FoundFailure, WorkspaceCheck } from './workspaceCheck';

/**
 * The view "API Failures": the failures that the last check found, by code and product, newest first; below them those of
 * items inside of responses.
 */
export class FailuresView implements TreeDataProvider<FailureNode>, Disposable {
  private readonly changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly view: TreeView<FailureNode>;
  private readonly subscriptions: Disposable;

  constructor(private readonly check: WorkspaceCheck) {
    this.view = window.createTreeView('apiResponse.failures', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = Disposable.from(
      this.changes,
      this.view,
      check.onDidChangeFailures(() => this.changes.fire(undefined)),
    );
  }

  getChildren(node?: FailureNode): FailureNode[] {
    if (node) {
      return 'children' in node ? [...node.children] : [];
    }
    const failures = this.check.failures();
    const groups = groupFailures(failures);
    this.view.description =
      failures.length > 0
        ? l10n.t('{0}, {1}', formatCount('failure', failures.length), formatCount('code', groups.length))
        : '';
    return [...groups, ...groupItemFailures(this.check.itemFailures())];
  }

  getTreeItem(node: FailureNode): TreeItem {
    return 'children' in node ? groupItem(node) : failureItem(node);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function groupItem({ label, description, icon, kind, fault }: FailureGroup): TreeItem {
  const item = new TreeItem(oneLine(label), TreeItemCollapsibleState.Expanded);
  item.description = oneLine(description);
  item.tooltip = linesOf([label, description, describeFault(fault)]);
  item.iconPath = new ThemeIcon(icon);
  item.contextValue = kind;
  return item;
}

function failureItem(failure: FoundFailure): TreeItem {
  const { uri, range, requestId, message, action, fault, code } = failure;
  const { start, end } = range;
  const item = new TreeItem(`${oneLine(baseName(uri))}:${start.line + 1}`);
  const description = [folderOf(uri), action, requestId || l10n.t('no RequestId')];
  item.description = oneLine(description.filter((each) => each !== '').join(' · '));
  item.tooltip = linesOf([`${workspace.asRelativePath(uri)}:${start.line + 1}`, message, describeFault(fault)]);
  item.contextValue = ['failure', ...(code ? ['hasCode'] : []), ...(requestId ? ['hasRequestId'] : [])].join(' ');
  const options: TextDocumentShowOptions = {
    selection: new Range(start.line, start.character, end.line, end.character),
  };
  item.command = { title: l10n.t('Open'), command: 'vscode.open', arguments: [uri, options] };
  return item;
}

/** The folders of a file in the workspace, empty if there are none: they tell files of the same name apart. */
function folderOf(uri: Uri): string {
  const path = workspace.asRelativePath(uri);
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function describeFault(fault: FoundFailure['fault']): string {
  switch (fault) {
    case 'caller':
      return l10n.t('Fault: caller');
    case 'account':
      return l10n.t('Fault: account');
    case 'service':
      return l10n.t('Fault: service');
    case 'network':
      return l10n.t('Fault: network');
    case '':
      return '';
  }
}

/** One line for each text that is not empty. */
function linesOf(texts: readonly string[]): string {
  return texts
    .map(oneLine)
    .filter((each) => each !== '')
    .join('\n');
}

/** What comes from files. Line breaks are blanks here; other invisible characters are spelled out. */
function oneLine(text: string): string {
  return escapeForMessage(text.replace(/\s+/g, ' ').trim());
}
