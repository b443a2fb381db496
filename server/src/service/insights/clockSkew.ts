import type { Localizer } from '../base/localizer';
import type { InsightReader, Sentence } from './insight';

/** A separate number that may be seconds or milliseconds since 1970. */
const epoch = /(?<![\d.])1\d{9}(?:\d{3})?(?![\d.]\d|\d)/g;

/** Words before a time that say whose it is; the first group matches if it is the server's. */
const owner =
  /(server(?:'s)?(?: current)?[ _-]?(?:timestamp|time)?|服务(?:器|端)(?:当前|的)?(?:时间戳|时间)?)|timestamp|client|request|local|时间戳|客户端|请求|本地/gi;

/** UTF-16 units before a time that are searched for its owner. */
const maxOwnerDistance = 80;

/** Allowed clock skew of a request, in seconds. */
const allowedSkew = 300;

interface Times {
  /** The timestamp of the request, in seconds or milliseconds. */
  readonly request: number;
  /** The clock of the server, in seconds. */
  readonly server: number;
}

/** Compares the time that a request was signed with to the clock of the server. */
export const clockSkew: InsightReader = ({ code, message }, l10n) => {
  const times = code.startsWith('AuthFailure') ? timesIn(message) : undefined;
  if (!times) {
    return undefined;
  }
  const { request, server } = times;
  if (request >= 1e12) {
    return Math.abs(request / 1000 - server) < 86_400
      ? {
          id: 'clock-skew',
          sentences: [
            [l10n.t('The request was sent with its timestamp in milliseconds: it has to be in seconds (10 digits).')],
          ],
          short: l10n.t('timestamp in milliseconds'),
        }
      : undefined;
  }
  const ahead = request - server;
  const by = duration(Math.abs(ahead), l10n);
  return ahead === 0
    ? undefined
    : {
        id: 'clock-skew',
        sentences: [
          [
            ahead > 0
              ? l10n.t("The timestamp of the request is {0} ahead of the server's clock.", by)
              : l10n.t("The timestamp of the request is {0} behind the server's clock.", by),
          ],
          ...advice(ahead, l10n),
        ],
        short: ahead > 0 ? l10n.t('{0} ahead of the server', by) : l10n.t('{0} behind the server', by),
      };
};

/** The two times in a message, told apart by the words before them; undefined for anything else. */
function timesIn(message: string): Times | undefined {
  const found = [...message.matchAll(epoch)];
  const [first, second] = found;
  if (!first || !second || found.length > 2) {
    return undefined;
  }
  const one = ownerOf(message.slice(Math.max(0, first.index - maxOwnerDistance), first.index));
  const other = ownerOf(
    message.slice(Math.max(first.index + first[0].length, second.index - maxOwnerDistance), second.index),
  );
  if (!one || !other || one === other) {
    return undefined;
  }
  const [server, request] = one === 'server' ? [first[0], second[0]] : [second[0], first[0]];
  return server.length === 10 ? { request: Number(request), server: Number(server) } : undefined;
}

/** Whose time follows a text: the last match counts. */
function ownerOf(before: string): 'server' | 'request' | undefined {
  const last = [...before.matchAll(owner)].at(-1);
  return last && (last[1] === undefined ? 'request' : 'server');
}

function advice(ahead: number, l10n: Localizer): Sentence[] {
  const distance = Math.abs(ahead);
  const halfHours = Math.round(distance / 1800);
  const off = Math.abs(distance - halfHours * 1800);
  if (halfHours === 16 && ahead > 0 && off <= allowedSkew) {
    return [
      [l10n.t("That is China's offset from UTC, so the local time was probably sent as UTC. Send the time in UTC.")],
    ];
  }
  // No local time is further from UTC than 14 hours.
  if (halfHours >= 2 && halfHours <= 28 && off <= 120) {
    return [
      [
        l10n.t(
          'That is close to a whole number of half hours, so a local time may have been sent as UTC. Send the time in UTC.',
        ),
      ],
    ];
  }
  return distance > allowedSkew ? [[l10n.t('At most 5 minutes are allowed: correct the clock of the machine.')]] : [];
}

/** Formats a duration in seconds. */
function duration(seconds: number, l10n: Localizer): string {
  if (seconds < 120) {
    return l10n.t('{0} s', seconds);
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return l10n.t('{0} min', minutes);
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) {
    return l10n.t('{0} days', Math.round(seconds / 86_400));
  }
  return minutes % 60 === 0 ? l10n.t('{0} h', hours) : l10n.t('{0} h {1} min', hours, minutes % 60);
}
