import { textOf, type Word } from './words';

/** Words of which any failure may be about: alone they do not name a thing. */
const vague = new Set(
  'an another api argument code common data error fail if info input interface internal invalid operation other parameter question reason request response result server service some system undefined unexpected unknown value'.split(
    ' ',
  ),
);

/** Words that belong to the sentence around a thing. */
const filling = new Set(
  'a already and are at be been being by did do does error exceed for had has have in invalid is of on or over reach reached some still than that the this to was were with'.split(
    ' ',
  ),
);

/** Operations begin with one of these words. */
const verbs = new Set(
  'add allocate apply associate attach authorize bind call cancel change check clone close commit convert copy count create decrypt delete deploy describe destroy detach disable disassociate download enable encrypt exec execute export fetch find generate get import init initialize insert install invoke isolate kill list load lock login make mark merge migrate modify open operate parse pause publish pull push put query read rebuild recover refresh register release remove renew replace request reset resize restart restore resume retry return revoke rollback run save scale search select send set shutdown start stop submit switch sync terminate transfer unbind unlock update upgrade upload validate verify write'.split(
    ' ',
  ),
);

/** Whether a name begins like that of an operation. */
export function isOperation([first]: readonly Word[]): boolean {
  return first !== undefined && verbs.has(first.text);
}

/** The thing that some words of a name are about, exactly as it stands there; empty if they name none. */
export function thingIn(name: string, words: readonly Word[]): string {
  let start = 0;
  let end = words.length;
  while (start < end && (filling.has(words[start]?.text ?? '') || words[start]?.text === 'out')) {
    start++;
  }
  while (end > start && filling.has(words[end - 1]?.text ?? '')) {
    end--;
  }
  const thing = words.slice(start, end);
  return thing.every(({ text }) => vague.has(text)) ? '' : textOf(name, thing);
}
