import * as path from 'node:path';
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
} from 'vscode';
import { count } from '../count';
import { inMessage } from '../documentText';
import type { FoundFailure, WorkspaceCheck } from './workspaceCheck';

/** Failures that share a code, or a code and a product. */
export interface FailureGroup {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  /** Newest first. */
  readonly failures: readonly FoundFailure[];
  readonly children: readonly (FailureGroup | FoundFailure)[];
}

type Node = FailureGroup | FoundFailure;

/** The view "API Failures": what the last check found, by code, then by product, newest first. */
export class FailuresView implements TreeDataProvider<Node>, Disposable {
  private readonly changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly view: TreeView<Node>;
  private readonly subscriptions: Disposable;

  constructor(private readonly check: WorkspaceCheck) {
    this.view = window.createTreeView('apiResponse.failures', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = Disposable.from(
      this.changes,
      this.view,
      check.onDidChange(() => this.changes.fire(undefined)),
    );
  }

  getChildren(node?: Node): Node[] {
    if (node) {
      return 'children' in node ? [...node.children] : [];
    }
    const failures = this.check.failures();
    const codes = new Set(failures.map(({ code }) => code)).size;
    this.view.description =
      failures.length > 0 ? l10n.t('{0}, {1}', count('failure', failures.length), count('code', codes)) : '';
    return byCode(failures);
  }

  getTreeItem(node: Node): TreeItem {
    return 'children' in node ? itemOfGroup(node) : itemOfFailure(node);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function byCode(failures: readonly FoundFailure[]): FailureGroup[] {
  return [...groups(failures, ({ code }) => code)].map(([code, group]) => ({
    label: code || l10n.t('No code'),
    description: [String(group.length), group[0]?.description ?? ''].filter((each) => each !== '').join(' · '),
    icon: 'error',
    failures: group,
    children: byProduct(group),
  }));
}

/** Where no product is known there is nothing to tell apart. */
function byProduct(failures: readonly FoundFailure[]): readonly Node[] {
  return failures.every(({ product }) => product === '')
    ? failures
    : [...groups(failures, ({ product }) => product)].map(([product, group]) => ({
        label: product || l10n.t('Product not known'),
        description: String(group.length),
        icon: 'package',
        failures: group,
        children: group,
      }));
}

function groups(
  failures: readonly FoundFailure[],
  keyOf: (failure: FoundFailure) => string,
): Map<string, FoundFailure[]> {
  const found = new Map<string, FoundFailure[]>();
  for (const failure of failures) {
    const group = found.get(keyOf(failure));
    if (group) {
      group.push(failure);
    } else {
      found.set(keyOf(failure), [failure]);
    }
  }
  return found;
}

function itemOfGroup({ label, description, icon }: FailureGroup): TreeItem {
  const item = new TreeItem(inMessage(label), TreeItemCollapsibleState.Expanded);
  item.description = inMessage(description);
  item.iconPath = new ThemeIcon(icon);
  item.contextValue = 'group';
  return item;
}

function itemOfFailure({ uri, range, requestId, message, action }: FoundFailure): TreeItem {
  const { start, end } = range;
  const item = new TreeItem(`${path.posix.basename(uri.path)}:${start.line + 1}`);
  item.description = inMessage([action, requestId || l10n.t('no RequestId')].filter((each) => each !== '').join(' · '));
  item.tooltip = [`${workspace.asRelativePath(uri)}:${start.line + 1}`, inMessage(message)].join('\n');
  item.contextValue = 'failure';
  const options: TextDocumentShowOptions = {
    selection: new Range(start.line, start.character, end.line, end.character),
  };
  item.command = { title: l10n.t('Open'), command: 'vscode.open', arguments: [uri, options] };
  return item;
}
