import { l10n } from 'vscode';
import type { FoundFailure } from './workspaceCheck';

/** Failures with the same code, or with the same code and product. */
export interface FailureGroup {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  /** What its button copies a ticket for. */
  readonly kind: 'code' | 'group';
  /** Whose fault its failures are, as far as they agree. */
  readonly fault: FoundFailure['fault'];
  /** Newest first. */
  readonly failures: readonly FoundFailure[];
  readonly children: readonly FailureNode[];
}

export type FailureNode = FailureGroup | FoundFailure;

/** Groups failures by code, then by product. */
export function groupFailures(failures: readonly FoundFailure[]): FailureGroup[] {
  return [...groupBy(failures, ({ code }) => code)].map(([code, group]) => ({
    label: code || l10n.t('No code'),
    description: [String(group.length), group[0]?.description ?? ''].filter((each) => each !== '').join(' · '),
    kind: 'code',
    ...faultOf(group),
    failures: group,
    children: groupByProduct(group),
  }));
}

/** One group of all failures of items, grouped by code and product; none if there are no such failures. */
export function groupItemFailures(failures: readonly FoundFailure[]): FailureGroup[] {
  return failures.length === 0
    ? []
    : [
        {
          label: l10n.t('Item codes inside responses'),
          description: String(failures.length),
          icon: 'list-tree',
          kind: 'group',
          fault: '',
          failures,
          children: groupFailures(failures),
        },
      ];
}

/** Icons of VS Code: who has to act. */
const faultIcons: Readonly<Record<FoundFailure['fault'], string>> = {
  caller: 'person',
  account: 'key',
  service: 'cloud',
  network: 'globe',
  '': 'error',
};

function faultOf([first, ...others]: readonly FoundFailure[]): Pick<FailureGroup, 'fault' | 'icon'> {
  const fault = first && others.every((each) => each.fault === first.fault) ? first.fault : '';
  return { fault, icon: faultIcons[fault] };
}

function groupByProduct(failures: readonly FoundFailure[]): readonly FailureNode[] {
  // A single group of unknown product would tell nothing.
  return failures.every(({ product }) => product === '')
    ? failures
    : [...groupBy(failures, ({ product }) => product)].map(([product, group]) => ({
        label: product || l10n.t('Unknown product'),
        description: String(group.length),
        icon: 'package',
        kind: 'group',
        fault: '',
        failures: group,
        children: group,
      }));
}

function groupBy(
  failures: readonly FoundFailure[],
  keyOf: (failure: FoundFailure) => string,
): Map<string, FoundFailure[]> {
  const groups = new Map<string, FoundFailure[]>();
  for (const failure of failures) {
    const group = groups.get(keyOf(failure));
    if (group) {
      group.push(failure);
    } else {
      groups.set(keyOf(failure), [failure]);
    }
  }
  return groups;
}
