import type { Localizer } from '../base/localizer';
import { sentence, shorten, type InsightReader, type Sentence } from './insight';
import { kindOfPrefix, type ResourceKind } from './resourceKinds';

/**
 * What may be an ID: a prefix, and letters and digits, in lowercase. One without a digit may be words, so it has to have
 * the usual length and to be quoted or introduced.
 */
const ids =
  /(?<quoted>[`'"[(（【“:：=] ?|\bid )?(?<![\w/.-])(?<id>(?<prefix>[a-z]{2,12}(?:-ins)?)-(?<rest>[a-z0-9]{6,12}))(?![\w-]|\.\w)/gi;

/** Failures in which the resource is not there, according to the code or to the message. */
const notThere = {
  code: /Not(?:Found|Exists?(?:ed)?)(?![a-z])|(?:^|\.)(?:Invalid|Illegal)\w{0,40}I[dD]s?$/,
  message:
    /not found|not exist(?!\w)|no such (?!permission)|invalid (?:\w{1,20} ){0,2}ids?(?!\w)|不存在|未找到|找不到|没有找到|无效的?[^，。\r\n]{0,12}I[dD]/i,
};

/** IDs that are told about. */
const maxIds = 3;

interface FoundId {
  readonly id: string;
  readonly kind: ResourceKind;
}

/** Reads IDs of resources in the message: what they are of, and where to look if there is no such thing. */
export const resourceId: InsightReader = ({ code, message, call }, l10n) => {
  const found = idsIn(message);
  const [first] = found;
  if (!first) {
    return undefined;
  }
  const isMissing = notThere.code.test(code) || notThere.message.test(message);
  return {
    id: 'resource-id',
    sentences: [
      ...found
        .slice(0, maxIds)
        .map(({ id, kind }) =>
          sentence(l10n.t('Judging by its prefix, {0} is {1}.').replace('{1}', kind.name(l10n)), id),
        ),
      ...(isMissing && found.some(({ kind }) => !kind.isGlobal) ? [whereToLook(call().region, l10n)] : []),
    ],
    short: l10n.t('{0} is {1}', shorten(first.id), first.kind.name(l10n)),
  };
};

/** The IDs in a message, one of each kind. */
function idsIn(message: string): FoundId[] {
  const found = new Map<ResourceKind, FoundId>();
  for (const { groups: { id = '', prefix = '', quoted = '', rest = '' } = {} } of message.matchAll(ids)) {
    const kind = kindOfPrefix.get(prefix);
    const isId = /\d/.test(rest) || (quoted !== '' && rest.length === 8);
    if (kind && isId && !/x{4}/.test(rest) && !found.has(kind)) {
      found.set(kind, { id, kind });
    }
  }
  return [...found.values()];
}

function whereToLook(region: string | undefined, l10n: Localizer): Sentence {
  return region === undefined
    ? [l10n.t('Look for it in the region of the call: a resource exists in one region only.')]
    : sentence(l10n.t('Look for it in {0}, the region of the call: a resource exists in one region only.'), region);
}
