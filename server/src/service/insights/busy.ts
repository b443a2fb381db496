import type { Localizer } from '../base/localizer';
import { sentence, type Sentence, type Verdict } from './insight';
import { readerOf } from './wording';

const verdict: Verdict = { fault: 'caller', retry: 'backoff' };

/** Reads that a resource is busy, or in a state that does not allow the call. Neither is a mistake in the request. */
export const busy = readerOf('busy', [
  {
    patterns: [
      /status [`'"\\]{0,4}(?<state>\w{1,40})[`'"\\]{0,4} (?:(?:for|of) [\w \]['"`\\-]{1,80} )?is not (?:permit(?:ted)?|allowed?|supported) to (?:do (?!this)(?<action>\w{1,60})|do this operation|perform)/i,
      /(?:状态|status) ?(?:为|是|[:：])? ?[`'"“[【]{0,2}(?<state>[A-Z]\w{1,40})[`'"”\]】]{0,2} ?(?:状态)?[,，]?(?:下)?(?:时)?(?:无法|不能|不允许|不支持|不可以?)(?:进行|执行|操作)?/,
    ],
    tell: (l10n, valueOf) => inState(l10n, valueOf('state'), valueOf('action')),
    short: (l10n, valueOf) => l10n.t('in the state {0}', valueOf('state')),
    verdict,
  },
  {
    patterns: [
      /(?:is|are|was) (?:currently )?locked by (?:user |uin )?[`'"]?(?<owner>\d{5,20})/i,
      /(?:已|正)?被 ?[`'"“]?(?<owner>\d{5,20})[`'"”]? ?锁定/,
    ],
    tell: (l10n, valueOf) =>
      sentence(l10n.t('It is locked by {0}: have it unlocked, or wait, then retry.'), valueOf('owner')),
    short: (l10n, valueOf) => l10n.t('locked by {0}', valueOf('owner')),
    verdict,
  },
  {
    patterns: [
      /mutex\w{0,20}(?: \w{1,20})? ?task (?:is )?running|mutual exclusion operation|in operation or (?:in )?a special state|operations? (?:is |are )?(?:already |still |currently )?in progress|(?:has|have) (?:an? )?(?:ongoing|unfinished|running|pending) (?:task|operation)/i,
      /(?:tasks?|operations?|process(?:es)?|flows?|another|others?) (?:is|are) (?:still |already |currently )?(?:being (?:processed|executed|performed)|running|working|executing|not (?:finished|completed))|wait (?:for|until) (?:the|your|this|that|it) (?:\w{1,20} )?(?:task|operation|process)?/i,
      /(?<!(?:system|server|service) )(?:is|are) (?:currently )?being (?:created|deleted|updated|modified|operated|processed|upgraded|migrated|initialized|started|stopped|restarted|isolated|destroyed)(?!\w)|(?<!(?:system|server|service) )(?:is|are) (?:temporarily )?(?:busy|occupied by another|locked by (?:another|other))(?!\w)|please wait and try/i,
      /操作(?:正在)?进行中|(?:任务|操作|流程)[^，。；,;\r\n]{0,40}(?:正在|仍在|还在)(?:执行|处理|进行|运行)|正在(?:执行|进行|处理)(?:其[他它]|另一个?|相关)?(?:的)?(?:操作|任务|流程|变更|中)|(?:任务|流程|变更)(?:正在)?(?:执行|处理|进行)中|(?:存在|有)(?:未完成|进行中|正在执行)的?(?:任务|流程|操作)|(?:状态|实例|资源)(?:正)?(?:繁忙|忙)(?!碌)|被其[他它]?(?:操作|任务|用户)占用|互斥任务/,
    ],
    tell: (l10n) => [
      l10n.t(
        'The resource is busy with another task; nothing is wrong with the request. Query its state, wait until the task is done, then retry.',
      ),
    ],
    short: (l10n) => l10n.t('resource busy'),
    verdict,
  },
  {
    patterns: [
      /is not permit(?:ted)? to do this operation|(?:cannot|can not|can't|could not|not (?:be )?allowed|not supported|unsupported|not permitted)(?: to)? (?:[\w ]{1,80} )?(?:due to|in|under|at|for|with|because of) (?:the |its |this )?(?:current )?(?:\w{1,20} )?(?:state|status)(?!\w)|(?:state|status)(?: of [\w ]{1,40})? (?:does|do) not (?:allow|support|permit)|not in (?:a |the )?(?:normal|running|available|correct|right|stable|expected) (?:state|status)/i,
      /状态下?(?:时)?(?:无法|不能|不允许|不支持|不可以?|不正确，?(?:无法|不能))(?:进行|执行|操作|该|此|当前|本|出|发起|使用|修改|删除|创建)|(?:不处于|未处于|不在|不是)(?:正常|运行中?|可用|可操作)的?状态|状态(?:异常|不正常)，?请?(?:稍后|等待)/,
    ],
    tell: (l10n) => inState(l10n, '', ''),
    short: (l10n) => l10n.t('not in this state'),
    verdict,
  },
]);

/** That a state does not allow an action, each named if the message names it. */
function inState(l10n: Localizer, state: string, action: string): Sentence {
  if (state === '') {
    return [
      l10n.t(
        'The state of the resource does not allow this; nothing else is wrong with the request. Query the state: if it is changing, wait and retry, otherwise bring the resource into a state that allows it.',
      ),
    ];
  }
  return action === ''
    ? sentence(
        l10n.t(
          'The state {0} does not allow this; nothing else is wrong with the request. Wait until the state has changed, then retry.',
        ),
        state,
      )
    : sentence(
        l10n.t(
          'The state {0} does not allow {1}; nothing else is wrong with the request. Wait until the state has changed, then retry.',
        ),
        state,
        action,
      );
}
