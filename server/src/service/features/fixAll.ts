import { endOf } from '../base/span';
import type { Edit } from '../fixes/fix';
import { fixableFindings, type FixKnowledge } from '../validation/fixableFindings';
import { createReader, type Part, type ReadOptions } from '../document';
import { ChunkedText } from '../incremental/chunkedText';
import { EditedText } from '../fixes/editedText';

/** Rounds after which nothing new can come: a member is renamed, moved, quoted, and each may have to wait for another. */
const mostRounds = 20;

/**
 * The edits of all safe fixes of a document. One fix may make room for another (a renamed member turns out to be a number),
 * so the edited text is read again until nothing is left.
 */
export function fixAllEdits(
  document: ChunkedText,
  parts: readonly Part[],
  options: ReadOptions,
  knowledge: FixKnowledge,
): Edit[] {
  let edits = safeEdits(parts, knowledge);
  if (edits.length === 0) {
    return [];
  }
  const edited = new EditedText(document.getText());
  edited.apply(edits);
  // The first round may change much, the others little: they read again what they change.
  const next = new ChunkedText(document.uri, document.languageId, document.version, edited.text);
  const reader = createReader(options);
  for (let round = 1; round < mostRounds; round++) {
    edits = safeEdits(reader.read(next), knowledge);
    if (edits.length === 0) {
      break;
    }
    edited.apply(edits);
    for (const { span, text } of [...edits].reverse()) {
      next.edit(span.offset, endOf(span), text);
    }
  }
  return edited.edits;
}

/** The edits of safe fixes that keep clear of each other, in the order of the text. */
function safeEdits(parts: readonly Part[], knowledge: FixKnowledge): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of fixableFindings(parts, 0, Infinity, knowledge)) {
    const fix = fixes.find(({ safe }) => safe);
    const places = fix?.edits.map((edit) => ({ edit, index: placeFor(edit, taken) })) ?? [];
    if (places.every(({ edit, index }) => isClear(edit, taken[index - 1], taken[index]))) {
      places.forEach(({ edit }) => taken.splice(placeFor(edit, taken), 0, edit));
    }
  }
  return taken;
}

/** Where an edit belongs in a list that is in the order of the text. */
function placeFor({ span }: Edit, edits: readonly Edit[]): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edits[middle]?.span.offset ?? 0) <= span.offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Whether an edit overlaps none of its neighbours, nor touches one: each counts on what the other may take away. */
function isClear({ span }: Edit, previous: Edit | undefined, next: Edit | undefined): boolean {
  return (!previous || endOf(previous.span) < span.offset) && (!next || endOf(span) < next.span.offset);
}
