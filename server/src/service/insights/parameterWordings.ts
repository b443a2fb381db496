import type { Localizer } from '../base/localizer';
import { sentence, type Sentence } from './insight';

/** What a message says of a parameter. Empty where it does not. */
export interface ParameterValues {
  readonly name: string;
  /** The value that was sent, or those that are taken. */
  readonly value: string;
  /** Another parameter, or a second value. */
  readonly other: string;
}

/** Known wordings that mean the same. */
export interface ParameterWording {
  /** Have the group `name`, and may have `value` and `other`. */
  readonly patterns: readonly RegExp[];
  /** The codes it is limited to, if the words alone are ambiguous. */
  readonly codes?: RegExp;
  readonly sentence: (l10n: Localizer, values: ParameterValues) => Sentence;
  readonly short: (l10n: Localizer, name: string) => string;
}

const invalid = /Param|^Invalid|Illegal/;
const missing = /^MissingParameter|Param(?:eter)?(?![a-z])/;

const notValid = (l10n: Localizer, name: string): string => l10n.t('{0} is not valid', name);
const wrongType = (l10n: Localizer, name: string): string => l10n.t('{0} has the wrong type', name);
const isMissing = (l10n: Localizer, name: string): string => l10n.t('{0} is missing', name);

/**
 * Names of parameters begin with a capital letter, and may have dots and indices: `DataDisks.0.DiskSize`. In the order in
 * which they are tried: the most specific first.
 */
export const parameterWordings: readonly ParameterWording[] = [
  {
    patterns: [
      /[Tt]he value [`'"](?<value>[^\r\n]{0,200}?)[`'"] specified in the parameter [`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"] is not valid/,
    ],
    sentence: (l10n, { name, value }) =>
      sentence(l10n.t('The parameter {0} does not accept the value {1}.'), name, value),
    short: notValid,
  },
  {
    patterns: [/[Aa] value specified in [`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"] is not valid/],
    sentence: (l10n, { name }) =>
      sentence(l10n.t('The value of the parameter {0} is not valid, or is not supported.'), name),
    short: notValid,
  },
  {
    patterns: [
      /参数 ?[`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"] ?(?:取值)?(?:的)?类型(?:错误|不正确|有误)/,
      /[Vv]alue type of (?:the )?parameter [`'"]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? is (?:not valid|invalid|incorrect|wrong)/,
    ],
    sentence: (l10n, { name }) => sentence(l10n.t('The value of the parameter {0} has the wrong type.'), name),
    short: wrongType,
  },
  {
    patterns: [/missing a required parameter [`'"](?<name>[A-Z][\w.[\]-]{0,99})[`'"]/],
    sentence: (l10n, { name }) => sentence(l10n.t('The request is missing the parameter {0}.'), name),
    short: isMissing,
  },
  {
    patterns: [
      /^(?<name>[A-Z][\w.[\]-]{0,99}) and (?<other>[A-Z][\w.[\]-]{0,99}) (?:must|should) (?:both )?be (?:set|specified|provided)(?!\w)/,
    ],
    codes: missing,
    sentence: (l10n, { name, other }) => sentence(l10n.t('The request needs both {0} and {1}.'), name, other),
    short: isMissing,
  },
  {
    patterns: [
      /(?:^|[.;:!] |[)\]\n] ?)(?!(?:It|This|That|Parameter|Value|Field) )(?<name>[A-Z][\w.[\]-]{0,99}) is required(?!\w)/,
      /^(?:[Tt]he )?(?:parameter |field )?[`'"]?(?!(?:It|This|That|The|Value) )(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? (?:must|should) be (?:set|specified|provided|passed)(?!\w)/,
      /^(?:缺少|缺失|缺乏)(?:必要|必填|必选|必须)?的?(?:参数)? ?[:：]? ?[`'"“【]?(?<name>[A-Z][A-Z\d]{0,5}[a-z][\w.[\]-]{0,98}[\w\]])(?! \w)/,
      /^(?:缺少|缺失|缺乏)(?:必要|必填)?的?(?:参数)?[:：]? ?(?<name>[\u4e00-\u9fff]{1,10} ?I[Dd])(?![\w\u4e00-\u9fff])/,
    ],
    codes: missing,
    sentence: (l10n, { name }) => sentence(l10n.t('The request is missing the parameter {0}.'), name),
    short: isMissing,
  },
  {
    patterns: [
      /^(?<name>[A-Z][\w.[\]-]{0,99}): ?(?<value>[^\r\n]{0,200}?) not in list: ?\[/,
      /^(?<name>[A-Z][\w.[\]-]{0,99})为(?<value>[^\r\n，]{0,100})，不在[^[\r\n]{0,20}(?:列表|范围) ?\[/,
    ],
    codes: invalid,
    sentence: (l10n, { name, value }) =>
      value === ''
        ? sentence(l10n.t('The parameter {0} must not be empty; the message lists the accepted values.'), name)
        : sentence(
            l10n.t('The parameter {0} does not accept the value {1}; the message lists the accepted values.'),
            name,
            value,
          ),
    short: notValid,
  },
  {
    patterns: [/^(?<name>[A-Z][\w.[\]-]{0,99}): ?(?<value>[^\r\n]{0,200}?) is not int(?!\w)/],
    codes: invalid,
    sentence: (l10n, { name, value }) =>
      sentence(l10n.t('The parameter {0} must be an integer; the service rejected {1}.'), name, value),
    short: wrongType,
  },
  {
    patterns: [
      /(?:^|[)\]] ?)(?<name>[A-Z][\w.[\]-]{0,99}) ?[:：] ?[^\r\n]{1,200}, ?length is (?<value>\d{1,9}), ?out of range ?(?<other>[[(]-?\d{1,12} ?[,~-] ?-?\d{1,12}[\])])/,
    ],
    sentence: (l10n, { name, value, other }) =>
      sentence(
        l10n.t('The value of the parameter {0} is {1} characters long; the length must be within {2}.'),
        name,
        Number(value),
        other,
      ),
    short: (l10n, name) => l10n.t('{0} has the wrong length', name),
  },
  {
    patterns: [
      /(?:^|[)\]] ?)(?:[Tt]he (?:value of )?)?(?:parameter )?[`'"]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? ?[:：=]? ?[`'"]?(?<value>[^\s\r\n,，`'"]{0,60})[`'"]?,? ?(?:is )?out of (?:the )?range,? ?(?:of )?(?<other>[[(]-?[\d.]{1,12} ?[,~-] ?-?[\d.]{1,12}[\])])/,
    ],
    codes: invalid,
    sentence: (l10n, { name, other }) =>
      sentence(l10n.t('The value of the parameter {0} must be within {1}.'), name, other),
    short: (l10n, name) => l10n.t('{0} is out of range', name),
  },
  {
    patterns: [
      /(?<name>[^\s，。；:：,;]{1,20})(?:超出|不在)(?:限定|规定|合法|取值)?(?:的)?范围[^\d\r\n]{0,40}在 ?(?<value>\d[\d.]{0,9}[^\s\d到]{0,4}) ?(?:到|至|~|-) ?(?<other>\d[\d.]{0,9}[^\s\d范之]{0,4}?)(?:之间|的?范围)/,
    ],
    sentence: (l10n, { name, value, other }) =>
      sentence(l10n.t('According to the message, {0} must be between {1} and {2}.'), name, value, other),
    short: (l10n, name) => l10n.t('{0} is out of range', name),
  },
  {
    patterns: [
      /(?:^|[.;:!] |[)\]\n] ?)[`'"]?(?!(?:It|This|That|The|Value) )(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? (?:should|must|can only|may only) be (?:in |one of |within |any of |either )?:?(?<value>[[({][^\])}\r\n]{1,200}[\])}])/,
      /(?:^|[.;:!] |[)\]\n] ?)[`'"]?(?!(?:It|This|That|The|Value) )(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? (?:should|must|can only|may only) be (?:one of |either )?(?<value>[\w.`'"-]{1,60}(?:, [\w.`'"-]{1,60}){0,9},? or [\w.`'"-]{1,60})/,
      /(?:^|[.;:!] |[)\]\n] ?)[`'"]?(?!(?:It|This|That|The|Value) )(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? (?:should|must|can only|may only|cannot|can not|must not) be (?<value>(?:not )?(?:(?:less|greater|more|smaller|larger|higher|lower|longer|shorter|bigger) than(?: or equal to)?|between|at (?:least|most)|an?(?= integer|(?: positive| non-negative) )|from) ?-?\w[\w.-]{0,20}(?: (?:and|to) -?\d[\d.]{0,12})?)/,
      /^[`'"“]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"”]?的?(?:取值)?(?:必须|应该?|只能|仅能|仅支持|需要?)(?:是|为|在|取)? ?(?<value>[[【(（][^\]】)）\r\n]{1,200}[\]】)）]|[\w.-]{1,40}(?:[、，,]|或者?)[\w.、，,或者-]{1,100})/,
      /^[`'"“]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"”]?的?(?:取值)?范围(?:必须)?(?:是|为|在)? ?[:：]? ?(?<value>[[【(（][^\]】)）\r\n]{1,200}[\]】)）]|-?\d[\d.]{0,12} ?[-~到至] ?-?\d[\d.]{0,12})/,
    ],
    codes: invalid,
    sentence: (l10n, { name, value }) => sentence(l10n.t('The parameter {0} has to be {1}.'), name, value),
    short: notValid,
  },
  {
    patterns: [
      /^[`'"“]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"”]?的?长度(?:不能|不可|不得|必须|应|需)?(?:超过|大于|超出|小于等于|小于|低于|不超过)[^\d，。\r\n]{0,8}(?<value>\d{1,9})/,
      /(?:^|[Tt]he specified )[`'"]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? (?:exceeds?|exceeded) the max(?:imum)? length(?: of)?:? ?(?<value>\d{1,9})/,
    ],
    sentence: (l10n, { name, value }) =>
      sentence(l10n.t('The value of the parameter {0} is too long: at most {1} are allowed.'), name, Number(value)),
    short: (l10n, name) => l10n.t('{0} has the wrong length', name),
  },
  {
    patterns: [
      /参数 ?[`'"“]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"”]? ?中?的?(?:值)? ?[`'"“](?<value>[^\r\n`'"”]{0,200})[`'"”] ?没有(?:任何)?(?:更改|变化|改变|修改|变更)/,
    ],
    sentence: (l10n, { name, value }) =>
      sentence(l10n.t('The parameter {0} already has the value {1}: there is nothing to change.'), name, value),
    short: (l10n, name) => l10n.t('{0} is unchanged', name),
  },
  {
    patterns: [
      /[(（](?<name>[A-Z][\w.[\]-]{0,99})[)）](?:和|与|跟|、)[^()（）\r\n]{1,20}[(（](?<other>[A-Z][\w.[\]-]{0,99})[)）](?:不允许|不能|不可|不可以|不得)(?:相同|一样|一致|重复)/,
      /(?:^|[.;:!] )[`'"]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? and [`'"]?(?<other>[A-Z][\w.[\]-]{0,99})[`'"]? (?:cannot|can not|must not|should not|may not) be (?:the )?(?:same|equal|identical)/,
    ],
    sentence: (l10n, { name, other }) => sentence(l10n.t('{0} and {1} must differ.'), name, other),
    short: notValid,
  },
  {
    patterns: [
      /(?:^|[.;:!] )[`'"]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? and [`'"]?(?<other>[A-Z][\w.[\]-]{0,99})[`'"]? (?:cannot|can not|must not|should not|may not) be (?:specified|set|used|passed|present) (?:at the same time|together|simultaneously|both)/,
      /(?:不能|不可|请勿|不允许|不支持)同时(?:指定|传入?|使用|设置) ?[`'"“]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"”]? ?(?:和|与|、|及) ?[`'"“]?(?<other>[A-Z][\w.[\]-]{0,99})/,
      /(?:不能|不可|请勿|不允许)同时(?:指定|传入?|使用|设置) ?(?<name>[\u4e00-\u9fff]{1,10} ?I[Dd]) ?(?:和|与|、|及) ?(?<other>[\u4e00-\u9fff]{1,10} ?I[Dd])/,
    ],
    sentence: (l10n, { name, other }) => sentence(l10n.t('Send either {0} or {1}, not both.'), name, other),
    short: notValid,
  },
  {
    patterns: [
      /[(（](?<name>[A-Z][\w.[\]-]{0,99})[)）][^，。,;；\r\n]{0,30}不能为空/,
      /^(?:参数 ?)?[`'"“]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"”]?的?(?:参数)?值?(?:不能|不可|不允许|不得)为空/,
      /^(?:[Tt]he )?(?:parameter )?[`'"]?(?!(?:It|This|That|The|Value) )(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? (?:(?:cannot|can not|can't|must not|should not|may not) be (?:empty|null|blank|none)|is (?:empty|null|blank))(?!\w)/,
    ],
    codes: missing,
    sentence: (l10n, { name }) => sentence(l10n.t('The parameter {0} must not be empty.'), name),
    short: (l10n, name) => l10n.t('{0} is empty', name),
  },
  {
    patterns: [
      /^参数 ?[`'"“【]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"”】]? ?(?:的?(?:取?值|格式))?(?:不正确|错误|有误|无效|不合法|非法|不符合)/,
      /^[`'"“]?(?<name>[A-Z][A-Z\d]{0,5}[a-z][\w.[\]-]{0,99})[`'"”]? ?(?:参数)?的?值?(?:不合法|不正确|有误|无效|非法)(?=[。！!,，.;；：:（(或]|$)/,
      /^(?:非法|无效|不合法|错误)的? ?[`'"“]?(?<name>[A-Z][A-Z\d]{0,5}[a-z][\w.[\]-]{0,98}[\w\]])[`'"”]?(?:参数)?(?=[。！!,，.]|$)/,
      /^(?:非法|无效|不合法)的?(?<name>[\u4e00-\u9fff]{1,10} ?I[Dd])(?=[。！!,，.]|$)/,
    ],
    codes: invalid,
    sentence: (l10n, { name }) => sentence(l10n.t('The value of the parameter {0} is not valid.'), name),
    short: notValid,
  },
  {
    patterns: [
      /(?:[Ii]nvalid|[Ii]llegal|[Ww]rong|[Uu]nknown|[Uu]nsupported) (?:arguments?|param(?:eter)?s?) ?[[(:：] ?[`'"]?(?<name>[A-Z][\w.-]{0,98}\w)(?=[`'"\])）.,;]|\s?$)/,
      /(?:[Ii]nvalid|[Ii]llegal|[Ww]rong) (?:arguments?|param(?:eter)?s?)[.:,] {1,2}[`'"]?(?<name>[A-Z][\w.[\]-]{0,99})[`'"]? (?:error|invalid|illegal|wrong)/,
      /(?:^|[.;:!] |[)\]\n] ?)(?:[Tt]he )?(?:value of )?(?:the )?(?:parameter )?[`'"]?(?!(?:It|This|That|The|Value|Parameters?|Request|Signature|Password|Token|Session) )(?<name>[A-Z][A-Z\d]{0,5}[a-z][\w.[\]-]{0,99})[`'"]? (?:is|was) (?:not valid|invalid|illegal|incorrect|not correct|malformed)(?!\w)/,
      /^(?:[Ii]nvalid|[Ii]llegal) (?:value (?:of|for) )?(?:the )?(?:parameter )?[`'"]?(?<name>[A-Z][a-z]{1,40}[A-Z]\w{0,60}|[A-Z][a-z]\w{0,60}\.[\w.]{1,60})[`'"]?(?=[.!,:]|$)/,
    ],
    codes: invalid,
    sentence: (l10n, { name }) => sentence(l10n.t('The value of the parameter {0} is not valid.'), name),
    short: notValid,
  },
  {
    patterns: [
      /(?<![\w`])[Ff]ilter(?:s?[. ]?[Nn]ame)?(?: ?[:：=] ?[`'"[(]?| [`'"[(])(?<name>\w[\w.:-]{0,60})[`'"\])]? (?:is )?(?:not supported|unsupported|not support|invalid)(?!\w)/,
      /不支持的? ?(?:Filter|过滤条件|过滤器)(?:名称|的名称)? ?[:：]? ?[`'"“]?(?<name>\w[\w.:-]{0,60})/,
    ],
    codes: invalid,
    sentence: (l10n, { name }) =>
      sentence(l10n.t('The action has no filter called {0}: its documentation lists those that it has.'), name),
    short: (l10n, name) => l10n.t('no filter {0}', name),
  },
  {
    patterns: [
      /(?:cannot|can not|can't|could not|unable to) find (?<name>[A-Za-z]\w{1,40}) ?[=:：] ?[`'"]?(?<value>[\w./:-]{1,100})/,
      /(?:找不到|未找到|不支持的?) ?(?<name>[A-Za-z]\w{1,40}|[\u4e00-\u9fff]{2,12}) ?[=:：] ?[`'"“]?(?<value>[\w./:-]{1,100})/,
    ],
    codes: invalid,
    sentence: (l10n, { name, value }) =>
      sentence(l10n.t('The service does not know the value {1} of {0}.'), name, value),
    short: notValid,
  },
];
