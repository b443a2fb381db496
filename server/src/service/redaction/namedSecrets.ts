import { readAuthorization, readCookies } from './headers';
import type { Secret } from './kinds';
import { nextName, type SecretName } from './names';
import { readTable, valueBefore, valueNearby } from './pairs';
import type { PlainView } from './plainView';
import { isHarmless } from './plausible';
import { separatorAfter } from './separators';
import type { Range } from './valueExtent';
import { readValues, type NamedPlace } from './values';

/** The secrets that have a name: before them, after them, or above them in a table. */
export function namedSecrets(view: PlainView): Secret[] {
  const { text } = view;
  const found: Secret[] = [];
  let tableEnd = 0;
  let last: Range = { start: 0, end: 0 };
  for (let from = 0, name = nextName(text, from); name; name = nextName(text, from)) {
    const { kind, start } = name;
    // What looks like a name in a value is a part of it.
    const isInValue = start >= last.start && start < last.end;
    from = isInValue ? last.end : name.end;
    if (isInValue) {
      continue;
    }
    for (const value of valuesOf(view, name)) {
      found.push({ kind, start: value.start, end: value.end });
      last = value.end > last.end ? value : last;
    }
    if (start >= tableEnd) {
      const table = readTable(view, text.lastIndexOf('\n', start - 1) + 1);
      tableEnd = table.end;
      found.push(...table.cells.map((cell) => ({ kind: cell.name.kind, start: cell.start, end: cell.end })));
    }
  }
  return found;
}

function valuesOf(view: PlainView, name: SecretName): readonly Range[] {
  const separator = separatorAfter(view.text, name);
  const after = separator ? valuesAfter({ view, name, separator }) : [];
  const nearby = after.length === 0 && (separator?.least ?? 1) > 0 ? valueNearby(view, name) : undefined;
  const others = [valueBefore(view, name), nearby].filter((range) => range !== undefined);
  return [...others.filter((range) => !isHarmless(view.text, range, name)), ...after];
}

function valuesAfter(place: NamedPlace): Range[] {
  switch (place.name.kind) {
    case 'Authorization':
      return readAuthorization(place);
    case 'cookie':
      return readCookies(place);
    default:
      return readValues(place);
  }
}
