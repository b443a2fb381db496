import { countWhile } from '../base/binarySearch';
import { endOf } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { parseDocument, type ApiResponseDocument } from '../document';
import { EditedText } from '../fixes/editedText';
import type { Edit } from '../fixes/fix';
import { ChunkedText } from '../incremental';
import { fixableFindings } from './fixableFindings';

/** Rounds after which nothing new can come: a member is renamed, moved, quoted, and each may have to wait for another. */
const maxRounds = 20;

/**
 * The edits of all safe fixes of a document. One fix may make room for another (a renamed member turns out to be a number),
 * so the edited text is parsed again until nothing is left.
 */
export function fixAllEdits(document: ApiResponseDocument, context: ServiceContext): Edit[] {
  let edits = safeEdits(document, context);
  if (edits.length === 0) {
    return [];
  }
  const { text, options } = document;
  const edited = new EditedText(text.slice(0, text.length));
  edited.apply(edits);
  // The first round may change much, the others little: only what they change is parsed again.
  const next = new ChunkedText(text.uri, text.languageId, text.version, edited.text);
  for (let round = 1; round < maxRounds; round++) {
    edits = safeEdits(parseDocument(next, options), context);
    if (edits.length === 0) {
      break;
    }
    edited.apply(edits);
    for (const { span, text: replacement } of [...edits].reverse()) {
      next.edit(span.offset, endOf(span), replacement);
    }
  }
  return edited.edits;
}

/** The edits of safe fixes that keep clear of each other, in the order of the text. */
function safeEdits(document: ApiResponseDocument, context: ServiceContext): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of fixableFindings(document, { offset: 0, length: document.text.length }, context)) {
    const fix = fixes.find(({ safe }) => safe);
    const places = fix?.edits.map((edit) => ({ edit, index: indexFor(edit, taken) })) ?? [];
    if (places.every(({ edit, index }) => isClear(edit, taken[index - 1], taken[index]))) {
      places.forEach(({ edit }) => taken.splice(indexFor(edit, taken), 0, edit));
    }
  }
  return taken;
}

/** Where an edit belongs in a list that is in the order of the text. */
function indexFor({ span }: Edit, edits: readonly Edit[]): number {
  return countWhile(edits.length, (index) => (edits[index]?.span.offset ?? 0) <= span.offset);
}

/** Whether an edit overlaps none of its neighbours, nor touches one: each counts on what the other may take away. */
function isClear({ span }: Edit, previous: Edit | undefined, next: Edit | undefined): boolean {
  return (!previous || endOf(previous.span) < span.offset) && (!next || endOf(span) < next.span.offset);
}
