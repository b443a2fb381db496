import type { Catalog } from '../catalog';
import type { Settings } from '../context/settings';
import { type Part } from '../document';
import { byPosition, findings, shiftFinding, type Finding } from './findings';

/** The findings of a document that are worth showing. */
export interface SomeFindings {
  /** In the order of the text. */
  readonly first: readonly Finding[];
  /** How many there are in all. */
  readonly total: number;
}

interface Known extends SomeFindings {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly max: number;
}

/** The first `max` findings of a document. Parts that have not changed are not checked again. */
export function someFindings(parts: readonly Part[], catalog: Catalog, settings: Settings, max: number): SomeFindings {
  let first: Finding[] = [];
  let total = 0;
  for (const part of parts) {
    const found = findingsOfPart(part, catalog, settings, max);
    total += found.total;
    for (const finding of found.first) {
      first.push(shiftFinding(finding, part.base));
    }
    // Parts may overlap: only all of them together show which findings are the first.
    if (first.length > 10 * max) {
      first = first.sort(byPosition).slice(0, max);
    }
  }
  return { first: first.sort(byPosition).slice(0, max), total };
}

function findingsOfPart(
  { responses, text, memory }: Part,
  catalog: Catalog,
  settings: Settings,
  max: number,
): SomeFindings {
  const known = memory.findings as Known | undefined;
  if (known?.catalog === catalog && known.settings === settings && known.max === max) {
    return known;
  }
  const found = findings(responses, text, catalog, settings);
  const made: Known = { catalog, settings, max, first: found.slice(0, max), total: found.length };
  memory.findings = made;
  return made;
}
