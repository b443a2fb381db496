/**
 * What could control a terminal, hide text or turn it around: control characters, direction marks, characters without
 * width, line and paragraph separators, and halves of surrogate pairs.
 */
const invisible = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** Commands that continuous integration takes out of a log: `::error::` where a line begins, `##[error]` anywhere. */
const command = /^[\t ]*::|##\w{0,30}\[/gm;

/**
 * Text of our own, in which texts from files may stand, for a terminal or a log: whatever it could do there is spelled
 * out, as in `\u001b`. Lines and tabs stay. What comes from files must be on one line already, see `oneLine`. JSON stays
 * the same JSON.
 */
export function spellOut(text: string): string {
  return text
    .replace(invisible, (character) => (character === '\n' || character === '\t' ? character : escape(character)))
    .replace(command, (start) => start.replace(/[:#]/, escape));
}

/** Text on one line: line breaks and tabs are spelled out too. */
export function oneLine(text: string): string {
  return spellOut(text).replace(/[\n\t]/g, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
