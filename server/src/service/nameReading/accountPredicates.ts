import { account, caller, later, type Predicate } from './predicate';

/** Too many requests in a time. */
export const rate: Predicate = {
  id: 'rate',
  anywhere:
    'too often, too frequent, too fast, over frequency, frequency limit, freq limit, frequency restricted, restricted frequency, frequency control, freqctrl, qps limit, qps over, exceed qps, over qps, request limit, request rate, request too many, throttle, access frequency, request over limit, exceed request limit, query limit',
  ends: 'too many request, rate limit, rate limit exceed, frequency exceed, frequency over limit, request over, request exceed, freq cnt, freq exceed',
  nouns: 'frequency',
  sayAlone: (l10n) => l10n.t('Called too often; wait, then call again.'),
  ...later,
};

/** More than the account may have. */
export const limit: Predicate = {
  id: 'limit',
  ends: 'limit exceed, limit error, limit exceed error, exceed limit, exceed max limit, exceed maximum limit, exceed the limit, exceed upper limit, over limit, overlimit, out of limit, out limit, upper limit, reach limit, reach upper limit, reached limit, reach the limit, reach max limit, exceed, exceed maximum, exceed max count, maximum exceed, over maximum, reach maximum, reached maximum, beyond limit, overflow, over quota, exceed quota, quota exceed, quota limit, quota limit exceed, quota exceed limit, quota over limit, quota full, out of quota, quota not enough, quota insufficient, insufficient quota, no quota, not enough quota, quota used up, quota exhausted, num limit, number limit, count limit, num over limit, num exceed, number exceed, count exceed, amount exceed, num exceed limit, number exceed limit, count exceed limit, num limit exceed, number limit exceed, count limit exceed, full, is full, more than limit, number over limit',
  nouns: 'limit, quota, maximum, maximum limit',
  begins:
    'exceed, exceed limit, exceed maximum, exceed max, exceed quota, exceed limit of, exceed the limit of, out of quota, out of limit, over quota, over limit, over maximum, reach limit, reach maximum, reached maximum, limit exceed, quota exceed, beyond limit',
  between: 'exceed, exceed maximum, exceed limit, reach maximum, reach limit, more than, exceed the',
  say: (l10n, part) => l10n.t('A limit is exceeded: `{0}`.', part),
  sayAlone: (l10n) => l10n.t('A limit is exceeded.'),
  sayBoth: (l10n, left, right) => l10n.t('`{0}` exceeds `{1}`.', left, right),
  ...account,
};

/** Predicates about what an account may do, has paid for, and has left; and those that say little more than "no". */
export const accountPredicates: readonly Predicate[] = [
  {
    id: 'arrears',
    anywhere: 'arrears, arrear',
    ends: 'insufficient balance, balance insufficient, balance not enough, not enough balance, banlance not enough, no balance, no enough balance, no money, lack balance, insufficient fund, insufficient funds, account insufficient, account not enough, overdue, account overdue, overdue payment, balance low, out of service',
    begins: 'insufficient balance of, insufficient account balance',
    sayAlone: (l10n) => l10n.t('The account is in arrears, or its balance is too low.'),
    ...account,
  },
  {
    id: 'sold-out',
    anywhere: 'sold out, soldout, out of stock, no stock',
    sayAlone: (l10n) => l10n.t('Sold out at present.'),
    fault: 'service',
    retry: 'after-fixing',
  },
  {
    id: 'not-activated',
    ends: 'not activate, un activate, no activate, non activate, unactivated, inactivated, not open, not opened, not opend, un open, unopened, no open, no opened, not enable, not enabled, un enable, no enable, not active, inactive, un active, not turn on, not turned on, service not open, not opened service, not authorized service',
    begins: 'not open, not activate, not enable',
    say: (l10n, part) => l10n.t('`{0}` is not activated or not switched on.', part),
    sayAlone: (l10n) => l10n.t('The service is not activated or not switched on.'),
    ...account,
  },
  {
    id: 'not-registered',
    ends: 'not register, un register, unregistered, no register, not subscribe, unsubscribed, un subscribe',
    say: (l10n, part) => l10n.t('`{0}` is not registered.', part),
    ...account,
  },
  {
    id: 'not-purchased',
    ends: 'not purchase, un purchase, no purchase, not purchase package',
    begins: 'not purchase, no purchase',
    say: (l10n, part) => l10n.t('`{0}` has not been purchased.', part),
    ...account,
  },
  rate,
  limit,
  {
    id: 'insufficient',
    ends: 'insufficient, is insufficient, not enough, not sufficient, no enough, shortage, exhausted, used up, run out, not satisfy',
    begins: 'insufficient, not enough, no enough',
    say: (l10n, part) => l10n.t('Not enough: `{0}`.', part),
  },
  {
    id: 'permission',
    ends: 'unauthorized, un authorize, not authorize, not authorized, no authorize, no permission, no permission error, permission deny, permission not allow, no auth, no auth error, un auth, not auth, access deny, deny, auth deny, no authority, no privilege, no right, no rights, without permission, not permission, unauthorized operation, un authorize operation, no access, no access permission, no access right, no cam auth, no cam permission, not has permission, have no permission, has no permission, no operation permission, permission error, permission insufficient, insufficient permission, permission not enough, lack permission, role unauthorized',
    begins:
      'unauthorized, un authorize, not authorize, no permission, no permission to, permission deny, access deny, no auth, no access, no right, no privilege, no authority',
    nouns: 'permission, authority',
    between: 'no permission, no permission to, has no permission, has no permission to, not authorize',
    say: (l10n, part) => l10n.t('No permission: `{0}`.', part),
    sayAlone: (l10n) => l10n.t('Permission denied.'),
    isOfWhole: true,
    ...account,
  },
  {
    id: 'not-on-allow-list',
    ends: 'not in whitelist, not in white list, not on whitelist, no whitelist, not whitelist, not white list, no white list',
    begins: 'not in whitelist, not in white list',
    say: (l10n, part) => l10n.t('`{0}` is not on the allowlist.', part),
    sayAlone: (l10n) => l10n.t('The account is not on the allowlist.'),
    ...account,
  },
  {
    id: 'on-block-list',
    ends: 'in blacklist, in black list, on blacklist, hit blacklist, hit black list, hit ban blacklist, in icp blacklist',
    say: (l10n, part) => l10n.t('`{0}` is on a blocklist.', part),
    sayAlone: (l10n) => l10n.t('Something is on a blocklist.'),
    ...account,
  },
  {
    id: 'not-allowed',
    ends: 'not allow, not permit, not be allow, not allow error, disallow, disallowed, prohibit, forbid, is forbid, not operable, not deletable, unmodifiable',
    begins:
      'not allow, not allow to, not permit, cannot, cannot be, can not, can not be, cant, cant be, disallow, prohibit, forbid, forbid to, should not, should not be, must not, must not be, not be allow to, deny',
    between:
      'not allow, not allow to, not allow for, not permit, not be allow to, is not allow to, cannot, cannot be, can not, can not be, cant, cant be, disallow, disallowed, prohibit, forbid, should not be, should not, must not be, must not, could not be, not be',
    say: (l10n, part) => l10n.t('Not allowed: `{0}`.', part),
    sayBoth: (l10n, left, right) => l10n.t('Not allowed for `{0}`: `{1}`.', left, right),
    sayAlone: (l10n) => l10n.t('This is not allowed.'),
    ...caller,
  },
  {
    id: 'not-supported',
    ends: 'not support, no support, un support, unsupported, unsupport, nonsupport, not be support, not support error, not implement, not implemented, unimplemented, not support yet, not support now, support not',
    begins:
      'unsupported, unsupport, un support, not support, no support, not support the, not support this, un support the, nonsupport',
    between: 'not support, unsupported, unsupport, un support, no support, not support for',
    say: (l10n, part) => l10n.t('`{0}` is not supported here.', part),
    sayBoth: (l10n, left, right) => l10n.t('`{0}` does not support `{1}`.', left, right),
    sayAlone: (l10n) => l10n.t('This is not supported here.'),
    ...caller,
  },
  {
    id: 'condition',
    begins: 'need, must, should, only, at least, not, has not, have not',
    between:
      'need, must, should, only, require, at least, less than, greater than, larger than, not, has not, have not, no, without',
    ends: 'need',
    say: (l10n, part) => l10n.t('A condition is not met: `{0}`.', part),
    isOfWhole: true,
  },
  {
    id: 'failed',
    ends: 'fail, fail error, not success, no success, un success, unsuccessful, not succeed',
    begins: 'fail, fail to, unable, unable to, could not, cannot get, can not get',
    say: (l10n, part) => l10n.t('`{0}` failed.', part),
  },
];
