import { shiftSpan } from '../base/span';
import type { Catalog } from '../catalog';
import type { Settings } from '../context/settings';
import { type Part } from '../document';
import { byPlace, findings } from '../rules';
import type { Finding } from '../rules/rule';

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
  readonly most: number;
}

/** The first `most` findings of a document. Finds again only in parts that have changed. */
export function someFindings(parts: readonly Part[], catalog: Catalog, settings: Settings, most: number): SomeFindings {
  let first: Finding[] = [];
  let total = 0;
  for (const part of parts) {
    const found = findingsOfPart(part, catalog, settings, most);
    total += found.total;
    for (const finding of found.first) {
      first.push(shift(finding, part.base));
    }
    // Parts may overlap: only of all of them together are some not worth keeping.
    if (first.length > 10 * most) {
      first = first.sort(byPlace).slice(0, most);
    }
  }
  return { first: first.sort(byPlace).slice(0, most), total };
}

function findingsOfPart(
  { responses, text, memory }: Part,
  catalog: Catalog,
  settings: Settings,
  most: number,
): SomeFindings {
  const known = memory.findings as Known | undefined;
  if (known?.catalog === catalog && known.settings === settings && known.most === most) {
    return known;
  }
  const found = findings(responses, text, catalog, settings);
  const made: Known = { catalog, settings, most, first: found.slice(0, most), total: found.length };
  memory.findings = made;
  return made;
}

/** The same finding, seen from elsewhere. */
export function shift(finding: Finding, delta: number): Finding {
  if (delta === 0) {
    return finding;
  }
  const related = finding.related?.map((each) => ({ ...each, span: shiftSpan(each.span, delta) }));
  return { ...finding, span: shiftSpan(finding.span, delta), related };
}
