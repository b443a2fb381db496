import type { FixedName, JsonObject, Member } from './envelope';

const fixedNames = new Map<string, FixedName>([
  ['response', 'Response'],
  ['error', 'Error'],
  ['code', 'Code'],
  ['message', 'Message'],
  ['requestid', 'RequestId'],
]);

const maxNameLength = 'requestid'.length;

/** Longer names are not examined, so that huge names cost nothing. */
const maxSpellingLength = 24;

/** All have different lengths. */
const exactNames = new Map([...fixedNames.values()].map((name) => [name.length, name]));

/** The fixed member that a text names in the correct spelling at an offset; much faster than `fixedNameOf`. */
export function exactNameAt(text: string, offset: number, length: number): FixedName | undefined {
  const name = exactNames.get(length);
  return name !== undefined && text.startsWith(name, offset) ? name : undefined;
}

/** The fixed member that a name stands for if case, `_` and `-` are ignored. */
export function fixedNameOf(key: string): FixedName | undefined {
  return exactNameAt(key, 0, key.length) ?? respelledNameOf(key);
}

function respelledNameOf(key: string): FixedName | undefined {
  if (key.length < 4 || key.length > maxSpellingLength || !canStart(key.charCodeAt(0))) {
    return undefined;
  }
  const bare = key.includes('_') || key.includes('-') ? key.replace(/[_-]/g, '') : key;
  return bare.length > maxNameLength ? undefined : fixedNames.get(bare.toLowerCase());
}

/** Rules out most names of a payload by the first character: it must be c, e, m, r, `_` or `-`. */
function canStart(code: number): boolean {
  const lower = code | 0x20;
  return lower === 0x63 || lower === 0x65 || lower === 0x6d || lower === 0x72 || code === 0x5f || code === 0x2d;
}

/** Whether an object with a member of this name may be the root of an envelope. */
export function isWrapperName(key: string): boolean {
  const name = fixedNameOf(key);
  return name === 'Response' || name === 'RequestId';
}

/** Whether the name of a wrapper may begin with a character: `r`, `_` or `-`. */
export function mayStartWrapper(code: number): boolean {
  return (code | 0x20) === 0x72 || code === 0x5f || code === 0x2d;
}

/** The effective member in the correct spelling: the last one, as in `JSON.parse`. */
export function exactMember(object: JsonObject, name: FixedName): Member | undefined {
  return lastOf(object, (member) => member.key === name);
}

/** The effective member for a fixed name: in the correct spelling, else in any other. */
export function memberOf(object: JsonObject, name: FixedName): Member | undefined {
  return exactMember(object, name) ?? misspelledMember(object, name);
}

/** A misspelled member that stands for a fixed name; undefined if the correct one exists too. */
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
