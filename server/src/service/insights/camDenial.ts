import type { Localizer } from '../base/localizer';
import { shorten, sentence, type InsightReader, type PolicyDraft, type Sentence } from './insight';

/**
 * `you are not authorized to perform operation (service:Action)`, `resource (qcs::…) has no permission`, in this order.
 */
const denied =
  /not authorized to perform operations? ?\(([^()]{1,1000})\)|resources? ?\(([^()]{1,1000})\) has no permission/gi;

/** Separates the entries of a list in brackets. */
const separator = /[\s,;，、；]+/;

const actionForm = /^(?:name\/)?([a-z][a-z0-9_-]{0,49}:(?:[A-Za-z]\w{0,99}|\*))$/;

/** Six segments. The last one contains the user's own names, so it may contain any letters. */
const resourceForm =
  /^(?:\*|qcs:[\w*-]{0,100}:[\w*-]{0,100}:[\w*-]{0,100}:[\w/*-]{0,100}:[\p{L}\p{N}_/*.:@=+~-]{1,500})$/u;

/** Denied actions, and the resources they were denied on. */
interface Denial {
  readonly actions: string[];
  readonly resources: string[];
}

/** Reads which actions were denied on which resources, and drafts a policy that allows just these. */
export const camDenial: InsightReader = ({ message }, l10n) => {
  const denials = denialsIn(message);
  const first = denials[0];
  const policy = policyOf(denials);
  return (
    first && {
      id: 'cam-denial',
      sentences: sentencesOf(denials, l10n),
      short: shortOf(first, l10n),
      verdict: { fault: 'account', retry: 'after-fixing', code: 'AuthFailure.UnauthorizedOperation' },
      ...(policy ? { policy } : {}),
    }
  );
};

/** The first denied action in a message, such as `cvm:RunInstances`. */
export function deniedAction(message: string): string | undefined {
  return denialsIn(message)[0]?.actions[0];
}

function denialsIn(message: string): Denial[] {
  const denials: Denial[] = [];
  for (const [, actions = '', resources = ''] of message.matchAll(denied)) {
    let last = denials.at(-1);
    if (actions !== '' && (!last || last.resources.length > 0)) {
      last = { actions: [], resources: [] };
      denials.push(last);
    }
    last?.actions.push(...entries(actions, actionForm));
    last?.resources.push(...entries(resources, resourceForm));
  }
  return denials
    .map(({ actions, resources }) => ({ actions: distinct(actions), resources: distinct(resources) }))
    .filter(({ actions }) => actions.length > 0);
}

/** The entries of a list that match a form, reduced to the first group of the form if it has one. */
function entries(list: string, form: RegExp): string[] {
  return list.split(separator).flatMap((entry) => {
    const found = form.exec(entry);
    return found ? [found[1] ?? found[0]] : [];
  });
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Denied actions that are listed one by one. Known messages have only one. */
const maxSentences = 3;

/** One sentence per action. */
function sentencesOf(denials: readonly Denial[], l10n: Localizer): Sentence[] {
  const all = denials.flatMap((denial) => sentencesOfOne(denial, l10n));
  const rest = all.length - maxSentences;
  return rest > 0 ? [...all.slice(0, maxSentences), [l10n.t('The message lists {0} more denied actions.', rest)]] : all;
}

function sentencesOfOne({ actions, resources: [resource, ...others] }: Denial, l10n: Localizer): Sentence[] {
  return actions.map((action) => {
    if (resource === undefined) {
      return sentence(l10n.t('No policy of the caller allows {0}; the message does not name the resource.'), action);
    }
    if (resource === '*') {
      return sentence(l10n.t('No policy of the caller allows {0} on all resources ({1}).'), action, resource);
    }
    return others.length === 0
      ? sentence(l10n.t('No policy of the caller allows {0} on {1}.'), action, resource)
      : sentence(
          l10n.t('No policy of the caller allows {0} on {1} and others ({2} more).'),
          action,
          resource,
          others.length,
        );
  });
}

function shortOf({ actions: [action = ''] }: Denial, l10n: Localizer): string {
  return l10n.t('denied: {0}', shorten(action));
}

/**
 * A policy that allows exactly what was denied. Undefined if the message names no resource: a single click must not
 * produce a policy for all resources.
 */
function policyOf(denials: readonly Denial[]): PolicyDraft | undefined {
  const known = denials.filter(({ resources }) => resources.length > 0);
  const statement = known.map(({ actions, resources }) => ({ effect: 'allow', action: actions, resource: resources }));
  return known.length === 0
    ? undefined
    : {
        text: `${JSON.stringify({ version: '2.0', statement }, undefined, 2)}\n`,
        actions: distinct(known.flatMap(({ actions }) => actions)),
      };
}
