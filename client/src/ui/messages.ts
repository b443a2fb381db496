import { window } from 'vscode';
import { withoutIcons, withoutLinks } from './escape';

/**
 * The only place that pops up messages. None of ours has a link, so whatever looks like one comes from a file, a setting
 * or a name, and VS Code would run `[label](command:…)` at a click.
 */
export function showInformation<Item extends string>(message: string, ...items: Item[]): Thenable<Item | undefined> {
  return window.showInformationMessage(withoutLinks(message), ...items);
}

export function showWarning(message: string): void {
  void window.showWarningMessage(withoutLinks(message));
}

export function showError<Item extends string>(message: string, ...items: Item[]): Thenable<Item | undefined> {
  return window.showErrorMessage(withoutLinks(message), ...items);
}

/** Confirms in the status bar, for some seconds, what needs no message. */
export function showInStatusBar(text: string): void {
  window.setStatusBarMessage(`$(check) ${withoutIcons(text)}`, 5_000);
}
