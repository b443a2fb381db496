import type { Catalog } from '../catalog';
import type { Settings } from '../settings';
import { shiftSpan, type Part } from '../sources';
import { byPlace, findings } from './index';
import type { Finding } from './rule';

/** The findings of a document that are worth showing. */
export interface SomeFindings {
  /** In the order of the text. */
  readonly first: readonly Finding[];
  /** How many there are in all. */
  readonly total: number;
}

interface Known {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly found: readonly Finding[];
}

/** The first `most` findings of a document. Finds again only in parts that have changed. */
export function someFindings(parts: readonly Part[], catalog: Catalog, settings: Settings, most: number): SomeFindings {
  const first: Finding[] = [];
  let total = 0;
  for (const part of parts) {
    const found = findingsOfPart(part, catalog, settings);
    total += found.length;
    // Parts may overlap: of each as many are needed as are shown.
    for (const finding of found.length > most ? found.slice(0, most) : found) {
      first.push(shift(finding, part.base));
    }
  }
  first.sort(byPlace);
  return { first: first.slice(0, most), total };
}

function findingsOfPart({ responses, text, memory }: Part, catalog: Catalog, settings: Settings): readonly Finding[] {
  const known = memory.findings as Known | undefined;
  if (known?.catalog === catalog && known.settings === settings) {
    return known.found;
  }
  const found = findings(responses, text, catalog, settings);
  memory.findings = { catalog, settings, found } satisfies Known;
  return found;
}

function shift(finding: Finding, delta: number): Finding {
  const related = finding.related?.map((each) => ({ ...each, span: shiftSpan(each.span, delta) }));
  return { ...finding, span: shiftSpan(finding.span, delta), ...(related ? { related } : {}) };
}
