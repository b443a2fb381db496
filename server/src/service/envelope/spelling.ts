import type { FixedName, JsonObject, Member } from './envelope';

const fixedNames = new Map<string, FixedName>([
  ['response', 'Response'],
  ['error', 'Error'],
  ['code', 'Code'],
  ['message', 'Message'],
  ['requestid', 'RequestId'],
]);

const maxNameLength = 'requestid'.length;

/** Longest spelling that is looked at, so that huge names cost nothing. */
const maxSpellingLength = 24;

/** The fixed member that a name stands for when case, `_` and `-` are ignored. */
export function fixedNameOf(key: string): FixedName | undefined {
  if (key.length < 4 || key.length > maxSpellingLength || !canStart(key.charCodeAt(0))) {
    return undefined;
  }
  const bare = key.includes('_') || key.includes('-') ? key.replace(/[_-]/g, '') : key;
  return bare.length > maxNameLength ? undefined : fixedNames.get(bare.toLowerCase());
}

/** Most names of a payload are told apart by their first letter: c, e, m, r, `_` or `-`. */
function canStart(code: number): boolean {
  const lower = code | 0x20;
  return lower === 0x63 || lower === 0x65 || lower === 0x6d || lower === 0x72 || code === 0x5f || code === 0x2d;
}

/** Whether a member of that name makes an object of a payload worth a look: it may be the root of an envelope. */
export function isWrapperName(key: string): boolean {
  const name = fixedNameOf(key);
  return name === 'Response' || name === 'RequestId';
}

/** Whether such a name may begin with a character: `r`, `_` or `-`. */
export function mayStartWrapper(code: number): boolean {
  return (code | 0x20) === 0x72 || code === 0x5f || code === 0x2d;
}

/** The member in its right spelling that counts: the last one, as for `JSON.parse`. */
export function exactMember(object: JsonObject, name: FixedName): Member | undefined {
  return lastOf(object, (member) => member.key === name);
}

/** The member that counts under a fixed name: the right spelling, else any other. */
export function memberOf(object: JsonObject, name: FixedName): Member | undefined {
  return exactMember(object, name) ?? misspelledMember(object, name);
}

/** The member in a wrong spelling that stands for a fixed name; undefined where the right one is there too. */
export function misspelledMember(object: JsonObject, name: FixedName): Member | undefined {
  return exactMember(object, name) ? undefined : lastOf(object, (member) => member.fixed === name);
}

function lastOf(object: JsonObject, test: (member: Member) => boolean): Member | undefined {
  for (let index = object.members.length - 1; index >= 0; index--) {
    const member = object.members[index];
    if (member && test(member)) {
      return member;
    }
  }
  return undefined;
}
