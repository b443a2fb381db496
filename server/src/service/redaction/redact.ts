import type { Localizer } from '../base/localizer';
import { secretKinds, type Secret, type SecretKind } from './kinds';
import { KnownValues } from './knownValues';
import { namedSecrets } from './namedSecrets';
import { PlainView } from './plainView';
import { shapedSecrets } from './shapes';

export interface Redacted {
  readonly text: string;
  /** Each removed kind once. */
  readonly removed: readonly SecretKind[];
}

/** Texts in which nothing is a secret by itself, such as most RequestIds. */
const inert = /^[\da-f-]*$/;

/** Texts in which nothing was found, up to a number and a length in UTF-16 units: codes and messages repeat. */
const harmless = new Set<string>();
const maxHarmless = 1000;
const maxHarmlessLength = 1000;

/** Removes secrets from a text that leaves the editor. The text around them stays readable. */
export function redact(text: string, l10n: Localizer): Redacted {
  return redactAll([text], l10n)[0] ?? { text: '', removed: [] };
}

/** Removes secrets from texts that belong together: what is a secret in one of them is removed from all. */
export function redactAll(texts: readonly string[], l10n: Localizer): Redacted[] {
  const found = texts.map(secretsOf);
  if (found.every((secrets) => secrets.length === 0)) {
    return texts.map((text) => ({ text, removed: [] }));
  }
  const views = texts.map((text) => new PlainView(text));
  const known = new KnownValues();
  for (const [index, { text }] of views.entries()) {
    found[index]?.forEach(({ kind, start, end }) => known.add(text.slice(start, end), kind));
  }
  return views.map((view, index) => {
    const secrets = merged([...(found[index] ?? []), ...known.find(view.text)]);
    const kinds = new Set(secrets.map(({ kind }) => kind));
    return {
      text: replaced(view, secrets, l10n.t('[removed]')),
      removed: secretKinds.filter((kind) => kinds.has(kind)),
    };
  });
}

function secretsOf(text: string): readonly Secret[] {
  if (inert.test(text) || harmless.has(text)) {
    return [];
  }
  const secrets = findSecrets(new PlainView(text));
  if (secrets.length === 0 && text.length <= maxHarmlessLength) {
    if (harmless.size >= maxHarmless) {
      harmless.clear();
    }
    harmless.add(text);
  }
  return secrets;
}

function findSecrets(view: PlainView): Secret[] {
  return merged([...shapedSecrets(view), ...namedSecrets(view)]);
}

/** In order, without overlaps: of two that overlap, the first one counts, and reaches over both. */
function merged(secrets: readonly Secret[]): Secret[] {
  const result: Secret[] = [];
  for (const secret of [...secrets].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && secret.start < last.end) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
    } else {
      result.push(secret);
    }
  }
  return result;
}

function replaced(view: PlainView, secrets: readonly Secret[], replacement: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of secrets) {
    parts.push(view.raw.slice(from, view.rawOffset(start)), replacement);
    from = view.rawOffset(end);
  }
  return parts.join('') + view.raw.slice(from);
}
