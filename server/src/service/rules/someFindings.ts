import type { Catalog } from '../catalog';
import type { ResponseDocument } from '../envelope';
import type { Settings } from '../settings';
import { shiftSpan, type Part } from '../sources';
import { findings } from './index';
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

/** Finds again only in parts that have changed. Belongs to one document, or to any number of them. */
export class FindingsCache {
  private readonly known = new WeakMap<ResponseDocument, Known>();

  /** The first `most` findings of a document. */
  of(parts: readonly Part[], catalog: Catalog, settings: Settings, most: number): SomeFindings {
    const first: Finding[] = [];
    let total = 0;
    for (const part of parts) {
      const found = this.ofPart(part, catalog, settings);
      total += found.length;
      // Parts may overlap: of each as many are needed as are shown.
      for (const finding of found.slice(0, most)) {
        first.push(shift(finding, part.base));
      }
    }
    first.sort((one, other) => one.span.offset - other.span.offset);
    return { first: first.slice(0, most), total };
  }

  private ofPart({ responses, text }: Part, catalog: Catalog, settings: Settings): readonly Finding[] {
    const known = this.known.get(responses);
    if (known?.catalog === catalog && known.settings === settings) {
      return known.found;
    }
    const found = findings(responses, text, catalog, settings);
    this.known.set(responses, { catalog, settings, found });
    return found;
  }
}

function shift(finding: Finding, delta: number): Finding {
  const related = finding.related?.map((each) => ({ ...each, span: shiftSpan(each.span, delta) }));
  return { ...finding, span: shiftSpan(finding.span, delta), ...(related ? { related } : {}) };
}
