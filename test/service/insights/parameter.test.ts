import assert from 'node:assert/strict';
import { chineseTexts, insightTexts, shortTexts, surroundings, verdictText } from '../../support/insights';

/** Message, code, expected insight, and its short form. */
const wordings: readonly (readonly [message: string, code: string, told: string, short: string])[] = [
  [
    'The value `50` specified in the parameter `SystemDisk.DiskSize` is not valid.',
    'InvalidParameterValue',
    'The parameter «SystemDisk.DiskSize» does not accept the value «50».',
    'SystemDisk.DiskSize is not valid',
  ],
  [
    'A value specified in `X-TC-Region` is not valid, is unsupported, or cannot be used.',
    'InvalidParameterValue',
    'The value of the parameter «X-TC-Region» is not valid, or is not supported.',
    'X-TC-Region is not valid',
  ],
  [
    '参数 `DataDisks.0.DiskSize` 取值类型错误。',
    'InvalidParameter',
    'The value of the parameter «DataDisks.0.DiskSize» has the wrong type.',
    'DataDisks.0.DiskSize has the wrong type',
  ],
  [
    'The request is missing a required parameter `Zone`.',
    'MissingParameter',
    'The request is missing the parameter «Zone».',
    'Zone is missing',
  ],
];

/** Wordings that need such a code, and, except one, must be at the beginning. */
const withCode: typeof wordings = [
  [
    'Filters[0].Name is required',
    'MissingParameter.Filter',
    'The request is missing the parameter «Filters[0].Name».',
    'Filters[0].Name is missing',
  ],
  [
    'Messages.Kind: teapot not in list: [kettle,cup]',
    'InvalidParameter',
    'The parameter «Messages.Kind» does not accept the value «teapot»; the message lists the accepted values.',
    'Messages.Kind is not valid',
  ],
  [
    'Offset:two is not int!',
    'InvalidParameterValue',
    'The parameter «Offset» must be an integer; the service rejected «two».',
    'Offset has the wrong type',
  ],
  [
    '审核原因(ReviewNote)在驳回时不能为空，请重试',
    'InvalidParameter.ParamError',
    'The parameter «ReviewNote» must not be empty.',
    'ReviewNote is empty',
  ],
  [
    'SessionToken不合法。',
    'InvalidParameterValue',
    'The value of the parameter «SessionToken» is not valid.',
    'SessionToken is not valid',
  ],
];

describe('an insight of a parameter', () => {
  for (const [message, code, told, short] of wordings) {
    it(`is in: ${message}`, () => {
      for (const around of surroundings) {
        assert.deepEqual(insightTexts(around(message), code), [`parameter: ${told}`]);
      }
      assert.deepEqual(shortTexts(message, code), [short]);
    });
  }

  for (const [message, code, told, short] of withCode) {
    it(`is in: ${message}, where the code is such as ${code}`, () => {
      assert.deepEqual(insightTexts(message, code), [`parameter: ${told}`]);
      assert.deepEqual(shortTexts(message, code), [short]);
      assert.deepEqual(insightTexts(message, 'FailedOperation'), []);
    });
  }

  it('has a value that contains quotes', () => {
    assert.deepEqual(insightTexts("The value `a`b'c` specified in the parameter `Name` is not valid."), [
      "parameter: The parameter «Name» does not accept the value «a`b'c».",
    ]);
  });

  for (const [message, code] of [
    ['This is required', 'MissingParameter'],
    ['a parameter is required', 'MissingParameter'],
    ['Either VpcId or SubnetId is required', 'MissingParameter'],
    ['customProbe.Kind is required', 'MissingParameter'],
    ['Kind is required_by', 'MissingParameter'],
    ['The value 50 specified in the parameter SystemDisk is not valid', 'InvalidParameterValue'],
    ['The value `50` specified in the parameter `systemDisk` is not valid', 'InvalidParameterValue'],
    ['URL格式不合法。', 'InvalidParameterValue.UrlIllegal'],
    ['名称(测试)不能为空', 'InvalidParameter'],
    ['参数有误', 'InvalidParameter'],
  ]) {
    it(`is none in: ${message ?? ''}`, () => assert.deepEqual(insightTexts(message ?? '', code), []));
  }

  it('has the reason from the end of the code', () => {
    const message = 'A value specified in `Zone` is not valid, is unsupported, or cannot be used.';
    const reasonOf = (code: string): string =>
      (insightTexts(message, code)[0] ?? '').split(' or is not supported.')[1]?.trim() ?? '';
    for (const [code, reason] of Object.entries({
      'InvalidParameterValue.Malformed': 'According to the code, the format is invalid.',
      'InvalidParameterValue.ZoneIdMalformed': 'According to the code, the format is invalid.',
      'InvalidParameter.InvalidFormat': 'According to the code, the format is invalid.',
      'InvalidParameterValue.NotFound': 'According to the code, what it refers to does not exist.',
      'InvalidParameterValue.GroupIdNotExist': 'According to the code, what it refers to does not exist.',
      'InvalidParameterValue.Duplicate': 'According to the code, it is already in use, or was given twice.',
      'InvalidParameterValue.TooLong': 'According to the code, it is too long.',
      'InvalidParameterValue.TooShort': 'According to the code, it is too short.',
      'InvalidParameterValue.TooLarge': 'According to the code, it is too large.',
      'InvalidParameterValue.TooSmall': 'According to the code, it is too small.',
      'InvalidParameterValue.Length': 'According to the code, its length is wrong.',
      'InvalidParameterValue.Size': 'According to the code, its size is wrong.',
      'InvalidParameterValue.OutOfRange': 'According to the code, it is out of range.',
      'InvalidParameterValue.Empty': 'According to the code, it is empty.',
      'InvalidParameterValue.NotEmpty': 'According to the code, it must be empty.',
      'InvalidParameterValue.ZoneNotSupported': 'According to the code, it is not supported here.',
      'InvalidParameterValue.Other': '',
      InvalidParameterValue: '',
      'FailedOperation.TooLong': '',
    })) {
      assert.equal(reasonOf(code), reason, code);
    }
  });
});

/** Further wordings, with a code for which they hold. */
const further: readonly (readonly [message: string, code: string, told: string])[] = [
  [
    'The value type of parameter `Cups` is not valid.',
    'InvalidParameter',
    'The value of the parameter «Cups» has the wrong type.',
  ],
  [
    'DiskName: a-very-long-name, length is 48, out of range [0,20] (0a1b2c3d4e5f)',
    'InvalidParameter',
    'The value of the parameter «DiskName» is 48 characters long; the length must be within «[0,20]».',
  ],
  [
    'Cups: 500, out of range [1,100]',
    'InvalidParameterValue',
    'The value of the parameter «Cups» must be within «[1,100]».',
  ],
  [
    'The value of Cups is out of range [1,100]',
    'InvalidParameterValue',
    'The value of the parameter «Cups» must be within «[1,100]».',
  ],
  [
    'Brewer should be SLOW or LEAST_TEA',
    'InvalidParameterValue',
    'The parameter «Brewer» has to be «SLOW or LEAST_TEA».',
  ],
  ['Scope must be in [Pot, Cup]', 'InvalidParameter', 'The parameter «Scope» has to be «[Pot, Cup]».'],
  ['Warmth must be 2 or less', 'InvalidParameter', 'The parameter «Warmth» has to be «2 or less».'],
  [
    'Warmth must be less than or equal to 2',
    'InvalidParameter',
    'The parameter «Warmth» has to be «less than or equal to 2».',
  ],
  ['Warmth must be between 1 and 60', 'InvalidParameter', 'The parameter «Warmth» has to be «between 1 and 60».'],
  ['Warmth取值范围为[1,60]', 'InvalidParameter', 'The parameter «Warmth» has to be «[1,60]».'],
  ['Brewer必须是SLOW或FAST', 'InvalidParameter', 'The parameter «Brewer» has to be «SLOW或FAST».'],
  [
    '参数`Cups`中`3`没有更改',
    'InvalidParameter',
    'The parameter «Cups» already has the value «3»: there is nothing to change.',
  ],
  ['参数Cups不正确', 'InvalidParameter.ParamError', 'The value of the parameter «Cups» is not valid.'],
  ['参数`Cups`错误', 'InvalidParameter', 'The value of the parameter «Cups» is not valid.'],
  ['Cups无效。', 'InvalidParameter', 'The value of the parameter «Cups» is not valid.'],
  ['非法TeaToken。', 'InvalidParameter', 'The value of the parameter «TeaToken» is not valid.'],
  ['Invalid arguments[Cups]', 'InvalidParameterValue', 'The value of the parameter «Cups» is not valid.'],
  ['Invalid parameter: Cups.', 'InvalidParameter', 'The value of the parameter «Cups» is not valid.'],
  ['illegal params. Cups error', 'InvalidParameter', 'The value of the parameter «Cups» is not valid.'],
  [
    'The value of `Cups` is invalid. Please check.',
    'InvalidParameterValue',
    'The value of the parameter «Cups» is not valid.',
  ],
  [
    'Filter Name:cup-size not supported',
    'InvalidParameterValue',
    'The action has no filter called «cup-size»: its documentation lists those that it has.',
  ],
  [
    'Filter `cup-size` is not supported',
    'InvalidParameterValue',
    'The action has no filter called «cup-size»: its documentation lists those that it has.',
  ],
  [
    'cannot find cupName=mug configure',
    'InvalidParameterValue',
    'The service does not know the value «mug» of «cupName».',
  ],
  [
    '不支持的茶叶类型:3,请确认',
    'InvalidParameter.ParamError',
    'The service does not know the value «3» of «茶叶类型».',
  ],
  ['Cups and Saucers must be set', 'InvalidParameter.Param', 'The request needs both «Cups» and «Saucers».'],
  ['缺少Cups参数。', 'MissingParameter.Cups', 'The request is missing the parameter «Cups».'],
  ['缺失茶壶ID', 'InvalidParameter.ParamError', 'The request is missing the parameter «茶壶ID».'],
  ['请勿同时传入茶壶ID和茶杯ID，请检查', 'FailedOperation', 'Send either «茶壶ID» or «茶杯ID», not both.'],
  ['无效的茶壶Id', 'InvalidParameterValue.Teapot', 'The value of the parameter «茶壶Id» is not valid.'],
  ['Cups不能为空', 'InvalidParameterValue.Cups', 'The parameter «Cups» must not be empty.'],
  ['杯子(Cups)和碟子(Saucers)不允许相同，请检查', 'InvalidParameter', '«Cups» and «Saucers» must differ.'],
  [
    '`Cups` and `Saucers` cannot be specified at the same time.',
    'InvalidParameter',
    'Send either «Cups» or «Saucers», not both.',
  ],
  [
    'The specified CupName exceeds the maximum length of 60 bytes.',
    'InvalidCupName',
    'The value of the parameter «CupName» is too long: at most 60 are allowed.',
  ],
  [
    'Kind为tea，不在支持的种类列表[mug,cup]内。',
    'InvalidParameterValue',
    'The parameter «Kind» does not accept the value «tea»; the message lists the accepted values.',
  ],
  [
    'Kind为，不在支持的种类列表[mug,cup]内。',
    'InvalidParameterValue',
    'The parameter «Kind» must not be empty; the message lists the accepted values.',
  ],
  [
    '杯子大小超出限定范围。杯子的大小要求：在0ml到300ml范围内',
    'InvalidParameterValue',
    'According to the message, «杯子大小» must be between «0ml» and «300ml».',
  ],
];

describe('an insight of a parameter in other words', () => {
  for (const [message, code, told] of further) {
    it(`is in: ${message}`, () => assert.deepEqual(insightTexts(message, code)[0], `parameter: ${told}`));
  }

  it('settles whose fault it is where the code does not', () => {
    const message = 'Scope must be in [Pot, Cup]';
    assert.equal(verdictText(message, 'InternalError.Param'), 'caller, after-fixing, InvalidParameter');
    assert.equal(verdictText(message, 'InvalidParameter'), '');
    assert.equal(verdictText('无效的茶壶ID', 'InvalidTeapotId.NotFound'), '');
  });

  for (const [message, code] of [
    ['Tea should be hot', 'InvalidParameter'],
    ['Cups must be unique', 'InvalidParameter'],
    ['It must be 2 or less', 'InvalidParameter'],
    ['Warmth must be 2 or less', 'FailedOperation'],
    ['无效的JSON。', 'InvalidParameter'],
    ['Tea无效的合约参数。', 'InvalidParameter'],
    ['无效的设备类型', 'InvalidParameterValue'],
    ['Invalid parameter: Duplicate parameter names.', 'InvalidParameter'],
    ['The specified filter is not supported.', 'InvalidFilter'],
    ['the `Filter` parameter is odd.', 'InvalidParameter'],
    ['参数 `Cups` 不支持修改。', 'UnsupportedOperation'],
    ['The URL is invalid.', 'InvalidParameterValue'],
    ['缺失杯子', 'InvalidParameter.ParamError'],
    ['No cup is out of range', 'InvalidParameter'],
  ] as const) {
    it(`is none in: ${message}, ${code}`, () => assert.deepEqual(insightTexts(message, code), []));
  }

  it('is told in Chinese', () => {
    assert.deepEqual(chineseTexts('Scope must be in [Pot, Cup]', 'InvalidParameter'), [
      '参数 «Scope» 必须是 «[Pot, Cup]»。',
    ]);
  });
});

describe('an insight of a quota', () => {
  const message = 'Your current quota does not allow you to specified the value `3` in the parameter `InstanceCount`.';

  it('names the requested value', () => {
    for (const around of surroundings) {
      assert.deepEqual(insightTexts(around(message), 'LimitExceeded.InstanceQuota'), [
        'quota: The remaining quota does not allow «InstanceCount» to be «3». Request less, or a higher quota.',
      ]);
    }
    assert.deepEqual(shortTexts(message), ['quota does not allow InstanceCount = 3']);
  });

  it('does not exist for other wordings', () => {
    for (const other of [message.replace('3', 'three'), 'Resource quota exceeded', '配额不足']) {
      assert.deepEqual(insightTexts(other, 'LimitExceeded'), []);
    }
  });
});
