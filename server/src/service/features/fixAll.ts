import { TextDocument } from 'vscode-languageserver-textdocument';
import { countWhile } from '../base/binarySearch';
import { endOf } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { parseDocument, type ApiResponseDocument } from '../document';
import { EditedText } from '../fixes/editedText';
import type { Edit } from '../fixes/fix';
import { fixableFindings } from './fixableFindings';

/** Maximum number of rounds. A member is renamed, moved or quoted, and each fix may depend on another. */
const maxRounds = 20;

/**
 * The edits of all safe fixes of a document. One fix may enable another (a renamed member turns out to be a number), so
 * the edited text is parsed again until no fix is left.
 */
export function fixAllEdits(document: ApiResponseDocument, context: ServiceContext): Edit[] {
  let edits = safeEdits(document, context);
  if (edits.length === 0) {
    return [];
  }
  const { text, options } = document;
  const edited = new EditedText(text.slice(0, text.length));
  for (let round = 1; round < maxRounds && edits.length > 0; round++) {
    edited.apply(edits);
    const next = TextDocument.create(text.uri, text.languageId, text.version, edited.text);
    edits = safeEdits(parseDocument(next, options), context);
  }
  edited.apply(edits);
  return edited.edits;
}

/** The edits of safe fixes that do not conflict, in the order of the text. */
function safeEdits(document: ApiResponseDocument, context: ServiceContext): Edit[] {
  const accepted: Edit[] = [];
  for (const { fixes } of fixableFindings(document, { offset: 0, length: document.text.length }, context)) {
    const fix = fixes.find(({ safe }) => safe);
    const places = fix?.edits.map((edit) => ({ edit, index: indexFor(edit, accepted) })) ?? [];
    if (places.every(({ edit, index }) => isClear(edit, accepted[index - 1], accepted[index]))) {
      places.forEach(({ edit }) => accepted.splice(indexFor(edit, accepted), 0, edit));
    }
  }
  return accepted;
}

/** The index at which to insert an edit into a sorted list. */
function indexFor({ span }: Edit, edits: readonly Edit[]): number {
  return countWhile(edits.length, (index) => (edits[index]?.span.offset ?? 0) <= span.offset);
}

/** Whether an edit neither overlaps nor touches its neighbours: each may rely on text that the other removes. */
function isClear({ span }: Edit, previous: Edit | undefined, next: Edit | undefined): boolean {
  return (!previous || endOf(previous.span) < span.offset) && (!next || endOf(span) < next.span.offset);
}
