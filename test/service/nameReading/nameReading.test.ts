import assert from 'node:assert/strict';
import { builtinLocalizer } from '../../../server/src/data/builtinData';
import { readName } from '../../../server/src/service/nameReading';
import { wordsOf } from '../../../server/src/service/nameReading/words';
import { prototypeNames } from '../../support/prototypeNames';

/** A code, what its name says, and whose fault that is and whether to retry, if it says so. */
const english: readonly (readonly [code: string, sentence: string, verdict: string])[] = [
  ['ResourceNotFound.CDNHostNotExists', '`CDNHost` was not found.', 'caller after-fixing'],
  ['AuthFailure.SecretIdNotFound', '`SecretId` was not found.', 'caller after-fixing'],
  ['InvalidInstanceId.NotFound', '`InstanceId` was not found.', 'caller after-fixing'],
  ['InvalidParameterValue.NoSuchZone', '`Zone` was not found.', 'caller after-fixing'],
  ['FailedOperation.NotFound', 'Something named in the request was not found.', 'caller after-fixing'],
  ['ResourceNotFound.CannotFindUser', '`User` was not found.', 'caller after-fixing'],
  [
    'FailedOperation.AccountBalanceInsufficient',
    'The account is in arrears, or its balance is too low.',
    'account after-fixing',
  ],
  [
    'FailedOperation.ArrearsAccountCannotRunInstances',
    'The account is in arrears, or its balance is too low.',
    'account after-fixing',
  ],
  ['InvalidParameter.CrtDateOverdue', '`Crt` has expired.', 'caller after-fixing'],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'Not enough: `BalanceInSmsPackage`.', ''],
  ['InvalidParameter.InvalidCloudDiskSoldOut', 'Sold out at present.', 'service after-fixing'],
  ['FailedOperation.ServiceNotActivated', 'The service is not activated or not switched on.', 'account after-fixing'],
  ['OperationDenied.PlayAuthNotEnabled', '`PlayAuth` is not activated or not switched on.', 'account after-fixing'],
  ['FailedOperation.DomainNotRegistered', '`Domain` is not registered.', 'account after-fixing'],
  ['UnauthorizedOperation.NoLicense', 'There is no `License`.', 'caller after-fixing'],
  ['FailedOperation.UserHasNoFreeAmount', '`User` has no `FreeAmount`.', 'caller after-fixing'],
  ['FailedOperation.AccountAlreadyExists', '`Account` already exists.', 'caller after-fixing'],
  ['InvalidParameterValue.PersonExistInGroup', '`Person` is already in `Group`.', 'caller after-fixing'],
  ['UnsupportedOperation.ExistedAgent', '`Agent` already exists, or still exists.', 'caller after-fixing'],
  ['UnsupportedOperation.NatHasFlowLog', '`Nat` already has `FlowLog`, or still has it.', 'caller after-fixing'],
  ['FailedOperation.AlreadyExists', 'The object to be created already exists.', 'caller after-fixing'],
  ['FailedOperation.ClassNameDuplicate', '`ClassName` is a duplicate, or is already taken.', 'caller after-fixing'],
  ['InvalidParameter.DuplicatedName', '`Name` is a duplicate, or is already taken.', 'caller after-fixing'],
  ['FailedOperation.AuthInfoNotSame', '`AuthInfo` does not match.', 'caller after-fixing'],
  [
    'FailedOperation.LogsetConflict',
    '`Logset` conflicts with something that exists, or with another setting.',
    'caller after-fixing',
  ],
  ['InvalidParameter.CidrConflictWithSubnet', '`Cidr` conflicts with `Subnet`.', 'caller after-fixing'],
  ['InvalidParameter.SubnetNotMatchVpc', '`Subnet` does not match `Vpc`.', 'caller after-fixing'],
  ['FailedOperation.CertificateMismatch', '`Certificate` does not match.', 'caller after-fixing'],
  ['InvalidParameter.VipNotInSubnet', '`Vip` is not part of `Subnet`.', 'caller after-fixing'],
  ['FailedOperation.ReleaseOperationTooFrequently', 'Called too often; wait, then call again.', 'caller backoff'],
  ['LimitExceeded.IpFreqCnt', 'Called too often; wait, then call again.', 'caller backoff'],
  ['RequestLimitExceeded.UinLimitExceeded', 'Called too often; wait, then call again.', 'caller backoff'],
  ['FailedOperation.WriteQpsLimit', 'Called too often; wait, then call again.', 'caller backoff'],
  ['FailedOperation.CKafkaGetRouteTimeoutError', '`CKafkaGetRoute` timed out.', 'service backoff'],
  ['InvalidParameterValue.IdleTimeOut', 'The value of `IdleTimeOut` is not accepted.', ''],
  ['LimitExceeded.Timeout', 'A limit is exceeded: `Timeout`.', ''],
  ['InvalidParameterValue.TagTooLong', '`Tag` is too long.', 'caller after-fixing'],
  ['UnsupportedOperation.TextTooLong', '`Text` is too long.', 'caller after-fixing'],
  ['FailedOperation.FileTooLarge', '`File` is too large.', 'caller after-fixing'],
  ['FailedOperation.FaceSizeTooSmall', '`Face` is too small.', 'caller after-fixing'],
  ['InternalError.VoiceMsgTooShort', '`VoiceMsg` is too short.', ''],
  ['FailedOperation.TooManyAttachments', 'Too many: `Attachments`.', 'caller after-fixing'],
  ['InvalidParameterValue.OutOfRange', 'A value is outside the allowed range.', 'caller after-fixing'],
  ['LimitExceeded.VpcQuotaExceeded', 'A limit is exceeded: `Vpc`.', 'account after-fixing'],
  ['LimitExceeded.OutOfIndexQuota', 'A limit is exceeded: `Index`.', 'account after-fixing'],
  ['InvalidParameterValue.KeyPairLimitExceeded', 'A limit is exceeded: `KeyPair`.', 'caller after-fixing'],
  ['FailedOperation.JobQueueFull', 'A limit is exceeded: `JobQueue`.', 'account after-fixing'],
  ['ResourceInsufficient.CloudDiskInsufficient', 'Not enough: `CloudDisk`.', ''],
  ['FailedOperation.BadYamlFormat', '`YamlFormat` is not valid.', 'caller after-fixing'],
  ['InvalidImageId.Malformed', '`ImageId` has the wrong format.', 'caller after-fixing'],
  ['FailedOperation.AppIdIsNull', '`AppId` is empty.', 'caller after-fixing'],
  ['InvalidParameterValue.NameCanNotBeEmpty', '`Name` must not be empty.', 'caller after-fixing'],
  [
    'FailedOperation.LogsetNotEmpty',
    '`Logset` is not empty, or must not be: the message says which.',
    'caller after-fixing',
  ],
  ['MissingParameter.TopicId', '`TopicId` is missing.', ''],
  ['FailedOperation.MissingConfigChunk', '`ConfigChunk` is missing.', 'caller after-fixing'],
  ['FailedOperation.LackBandwidth', '`Bandwidth` is missing or insufficient.', ''],
  ['UnauthorizedOperation.CamNoPermission', 'No permission: `CamNoPermission`.', 'account after-fixing'],
  ['AuthFailure.PermissionDenied', 'Permission denied.', 'account after-fixing'],
  ['UnauthorizedOperation.CreateTrigger', 'No permission: `CreateTrigger`.', ''],
  ['FailedOperation.CanNotCloseFreeDomain', 'Not allowed: `CloseFreeDomain`.', 'caller after-fixing'],
  ['FailedOperation.AgentPayDealCannotDown', 'Not allowed for `AgentPayDeal`: `Down`.', 'caller after-fixing'],
  ['OperationDenied.DefaultQueueDeleteForbidden', 'Not allowed: `DefaultQueueDelete`.', 'caller after-fixing'],
  ['UnsupportedOperation.EniNotSupportIpv6', '`Eni` does not support `Ipv6`.', 'caller after-fixing'],
  ['InvalidParameter.NotSupportedZone', '`Zone` is not supported here.', 'caller after-fixing'],
  ['UnsupportedOperation.InstanceOsWindows', 'Not supported: `InstanceOsWindows`.', ''],
  ['ResourceInUse.SubnetInUse', '`Subnet` is in use.', 'caller after-fixing'],
  ['FailedOperation.DomainIsUsed', '`Domain` is in use.', 'caller after-fixing'],
  ['FailedOperation.VpcBinded', '`Vpc` is already bound or associated.', 'caller after-fixing'],
  ['FailedOperation.AcctNotBind', '`Acct` is not bound or associated.', 'caller after-fixing'],
  [
    'OperationDenied.InstanceTaskRunning',
    'Something is not finished or not ready yet; wait, then call again: `InstanceTaskRunning`.',
    'caller backoff',
  ],
  [
    'FailedOperation.AnotherOperationIsRunning',
    'Something is not finished or not ready yet; wait, then call again: `AnotherOperationIsRunning`.',
    'caller backoff',
  ],
  [
    'UnsupportedOperation.InstanceStateRunning',
    'The current state does not allow this: `InstanceStateRunning`.',
    'caller after-fixing',
  ],
  [
    'FailedOperation.ClusterNotReady',
    'Something is not finished or not ready yet; wait, then call again: `ClusterNotReady`.',
    'caller backoff',
  ],
  ['FailedOperation.ServerBusy', 'Something is busy; wait, then call again.', 'backoff'],
  ['OperationDenied.ResourceHasBeenLocked', '`Resource` is locked.', ''],
  ['FailedOperation.AccountIsolated', '`Account` is isolated, frozen or blocked.', 'account after-fixing'],
  ['ResourceUnavailable.InstanceNotRunning', '`Instance` is stopped, closed or switched off.', 'caller after-fixing'],
  ['FailedOperation.RuleAlreadyEnabled', 'This has been done already: `RuleAlreadyEnabled`.', 'caller after-fixing'],
  ['FailedOperation.JobHasBeenCanceled', '`Job` has been deleted, released or cancelled.', 'caller after-fixing'],
  ['AuthFailure.TokenExpired', '`Token` has expired.', 'caller after-fixing'],
  ['FailedOperation.AccessUpstreamUnreachable', '`AccessUpstream` is not available at present.', ''],
  [
    'DidFailedOperation.DidStatusInvalid',
    'The current state does not allow this: `DidStatusInvalid`.',
    'caller after-fixing',
  ],
  ['FailedOperation.DescribeInstanceStatus', '`DescribeInstanceStatus` failed.', ''],
  ['FailedOperation.ContainSensitiveWord', 'The content was checked and refused.', 'caller after-fixing'],
  ['UnauthorizedOperation.UserNotInWhitelist', '`User` is not on the allowlist.', 'account after-fixing'],
  ['FailedOperation.EmailAddrInBlacklist', '`EmailAddr` is on a blocklist.', 'account after-fixing'],
  ['FailedOperation.UnRealNameAuthenticated', 'The account is not verified or not approved.', 'account after-fixing'],
  ['InvalidParameter.InvalidZone', '`Zone` is not valid.', 'caller after-fixing'],
  ['InvalidParameter.CdnStatInvalidFilter', '`Filter` is not valid (`CdnStat`).', 'caller after-fixing'],
  ['InternalError.InvalidAppid', '`Appid` is not valid.', ''],
  ['InternalError.ErrorInvalidAppid', '`Appid` is not valid.', ''],
  ['InvalidParameterValue.UrlError', 'The value of `Url` is not accepted.', ''],
  ['InvalidParameterValue.Zone', 'The value of `Zone` is not accepted.', ''],
  ['LimitExceeded.CidrBlock', 'A limit is exceeded: `CidrBlock`.', ''],
  ['InternalError.Db', 'A part of the service failed: `Db`.', ''],
  ['InternalError.ErrorGetRoute', '`GetRoute` failed.', ''],
  ['FailedOperation.CreateClusterFailed', '`CreateCluster` failed.', ''],
  ['FailedOperation.ModifyDomain', '`ModifyDomain` failed.', ''],
  ['FailedOperation.AFRequiredItemNotSelect', 'A condition is not met: `AFRequiredItemNotSelect`.', ''],
  ['InvalidParameter.MustProvideRules', '`Rules` is missing.', 'caller after-fixing'],
  ['ResourceNotFound.NoPublishedVersion', 'There is no `PublishedVersion`.', 'caller after-fixing'],
  ['InvalidParameter.INVALID_NAME', '`NAME` is not valid.', 'caller after-fixing'],
  ['UnsupportedOperation.NOT_SUPPORT_THIS_ACTION', '`ACTION` is not supported here.', 'caller after-fixing'],
  ['InternalError.ClusterNotFound', '`Cluster` was not found.', 'caller after-fixing'],
  ['ResourceUnavailable.NotAllowedToBeDeleted', 'Not allowed: `Deleted`.', 'caller after-fixing'],
  ['UnknownParameter.Foo', '`Foo` is not a known parameter.', ''],
  ['ResourceInUse.Alias', '`Alias` is in use, or already exists.', ''],
];

const chinese: readonly (readonly [code: string, sentence: string])[] = [
  ['ResourceNotFound.CDNHostNotExists', '找不到 `CDNHost`。'],
  ['FailedOperation.AccountBalanceInsufficient', '账号欠费或余额不足。'],
  ['InvalidParameter.InvalidCloudDiskSoldOut', '当前已售罄。'],
  ['FailedOperation.ServiceNotActivated', '服务未开通或未启用。'],
  ['FailedOperation.UserHasNoFreeAmount', '`User` 没有 `FreeAmount`。'],
  ['FailedOperation.AccountAlreadyExists', '`Account` 已存在。'],
  ['InvalidParameter.CidrConflictWithSubnet', '`Cidr` 与 `Subnet` 冲突。'],
  ['InvalidParameter.SubnetNotMatchVpc', '`Subnet` 与 `Vpc` 不匹配。'],
  ['LimitExceeded.IpFreqCnt', '调用过于频繁，请稍后重试。'],
  ['FailedOperation.CKafkaGetRouteTimeoutError', '`CKafkaGetRoute` 超时。'],
  ['InvalidParameterValue.TagTooLong', '`Tag` 过长。'],
  ['LimitExceeded.VpcQuotaExceeded', '超出上限：`Vpc`。'],
  ['FailedOperation.AppIdIsNull', '`AppId` 为空。'],
  ['FailedOperation.MissingConfigChunk', '缺少 `ConfigChunk`。'],
  ['AuthFailure.PermissionDenied', '没有权限执行此操作。'],
  ['FailedOperation.CanNotCloseFreeDomain', '不允许：`CloseFreeDomain`。'],
  ['UnsupportedOperation.EniNotSupportIpv6', '`Eni` 不支持 `Ipv6`。'],
  ['OperationDenied.InstanceTaskRunning', '有操作尚未完成或尚未就绪，请稍后重试：`InstanceTaskRunning`。'],
  ['UnsupportedOperation.InstanceStateRunning', '当前状态不允许此操作：`InstanceStateRunning`。'],
  ['FailedOperation.AccountIsolated', '`Account` 已被隔离、冻结或封禁。'],
  ['AuthFailure.TokenExpired', '`Token` 已过期。'],
  ['InvalidParameter.InvalidZone', '`Zone` 无效。'],
  ['InvalidParameterValue.Zone', '服务端不接受 `Zone` 的取值。'],
  ['InternalError.Db', '服务内部的 `Db` 出错。'],
  ['FailedOperation.CreateClusterFailed', '`CreateCluster` 失败。'],
];

describe('the name of a code', () => {
  for (const [code, sentence, verdict] of english) {
    it(`is read: ${code}`, () => {
      const reading = readName(code, builtinLocalizer('en'));
      const said = [reading?.fault, reading?.retry].filter((each) => each !== undefined).join(' ');
      assert.deepEqual([reading?.sentence, said], [sentence, verdict]);
    });
  }

  for (const [code, sentence] of chinese) {
    it(`is read in Chinese: ${code}`, () =>
      assert.equal(readName(code, builtinLocalizer('zh-cn'))?.sentence, sentence));
  }

  for (const code of [
    'FailedOperation.Error',
    'FailedOperation.Failed',
    'FailedOperation.Exception',
    'FailedOperation.OperationFailed',
    'FailedOperation.DbError',
    'FailedOperation.UnknownError',
    'FailedOperation.ApiException',
    'InternalError.SystemError',
    'InternalError.InternalServerException',
    'InternalError.Unknown',
    'InvalidParameter.InvalidParameter',
    'InvalidParameterValue.ParameterError',
    'OperationDenied.Billing',
    'AuthFailure.Corp',
    'UnsupportedOperation.DatabaseException',
    // They mean something else than they say.
    'FailedOperation.CompliancePackNameIsNotExist',
    'InvalidInstance.NotSupported',
    // They are no names, or none with words.
    'NotFound',
    'ResourceNotFound.',
    'ResourceNotFound.Not`Found',
    'ResourceNotFound.Cluster NotFound',
    'FailedOperation.12',
    'FailedOperation.__',
    `FailedOperation.${'NotFound'.repeat(20)}`,
  ]) {
    it(`is not read if it says no more than that something failed: ${code}`, () =>
      assert.equal(readName(code, builtinLocalizer('en')), undefined));
  }

  it('has nothing to do with built-in properties', () => {
    for (const name of prototypeNames) {
      assert.equal(readName(`${name}.Zone`, builtinLocalizer('en')), undefined, name);
    }
    assert.equal(
      readName('ResourceNotFound.constructor', builtinLocalizer('en'))?.sentence,
      '`constructor` was not found.',
    );
  });

  it('consists of words, acronyms and numbers', () => {
    const words = (name: string): string =>
      wordsOf(name)
        .map(({ start, end }) => name.slice(start, end))
        .join(' ');
    assert.equal(words('CDNHostNotExists'), 'CDN Host Not Exists');
    assert.equal(words('L7DomainIDsInvalid2'), 'L 7 Domain I Ds Invalid 2');
    assert.equal(words('NOT_SUPPORT_this-Action'), 'NOT SUPPORT this Action');
    assert.equal(words('dealCreateError'), 'deal Create Error');
    assert.equal(words('制'), '');
  });
});
