import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generated document, the same on every machine. */
export interface BenchDocument {
  readonly name: string;
  readonly text: string;
}

/** The error codes and messages of the failures; all codes are in the catalog. */
export const failures: Readonly<Record<string, string>> = {
  'AuthFailure.SignatureFailure': 'The provided credentials could not be validated.',
  'AuthFailure.UnauthorizedOperation': 'You are not authorized to perform this operation.',
  InternalError: 'An internal error has occurred. Retry your request.',
  InvalidParameter: 'A parameter error occurred.',
  'InvalidParameterValue.Zone': 'The value `ap-nowhere-1` specified in the parameter `Zone` is not valid.',
  LimitExceeded: '配额超过限制。',
  RequestLimitExceeded: '请求的次数超过了频率限制。',
  ResourceNotFound: 'The resource does not exist.',
  UnauthorizedOperation: '未授权操作。',
};

/** A seeded generator of values as the CVM action DescribeInstances returns them. */
export class Payload {
  constructor(private state: number) {}

  /** An integer from 0 up to a limit (mulberry32). */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  hex(length: number): string {
    return Array.from({ length }, () => this.below(16).toString(16)).join('');
  }

  requestId(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(3)}-${this.hex(12)}`;
  }

  instance(): object {
    return {
      Placement: { Zone: this.pick(['ap-guangzhou-3', 'ap-shanghai-5', 'ap-beijing-7']), HostId: null, ProjectId: 0 },
      InstanceId: `ins-${this.hex(8)}`,
      InstanceType: this.pick(['S5.MEDIUM4', 'SA2.LARGE8', 'GN7.5XLARGE80']),
      InstanceState: this.pick(['RUNNING', 'STOPPED', 'PENDING']),
      InstanceName: this.name(),
      CPU: 1 + this.below(64),
      Memory: 1 + this.below(256),
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      SystemDisk: { DiskType: 'CLOUD_PREMIUM', DiskId: `disk-${this.hex(8)}`, DiskSize: 50 + this.below(450) },
      DataDisks: Array.from({ length: this.below(3) }, () => this.disk()),
      PrivateIpAddresses: [`10.${this.below(256)}.${this.below(256)}.${this.below(256)}`],
      PublicIpAddresses: this.below(2) ? [`203.0.113.${this.below(256)}`] : null,
      InternetAccessible: { InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR', InternetMaxBandwidthOut: this.below(200) },
      VirtualPrivateCloud: { VpcId: `vpc-${this.hex(8)}`, SubnetId: `subnet-${this.hex(8)}`, AsVpcGateway: false },
      ImageId: `img-${this.hex(8)}`,
      CreatedTime: `2024-0${1 + this.below(9)}-1${this.below(10)}T0${this.below(10)}:00:00Z`,
      ExpiredTime: null,
      OsName: this.pick(['TencentOS Server 3.1 (TK4)', 'Ubuntu Server 22.04 LTS 64bit', 'Windows \\ DataCenter']),
      SecurityGroupIds: [`sg-${this.hex(8)}`, `sg-${this.hex(8)}`],
      Tags: Array.from({ length: this.below(4) }, () => ({ Key: this.name(), Value: this.name() })),
      LatestOperation: 'RunInstances',
      LatestOperationState: 'SUCCESS',
      LatestOperationRequestId: this.requestId(),
      DisableApiTermination: false,
    };
  }

  failure(): { Error: object; RequestId: string } {
    const code = this.pick(Object.keys(failures));
    return { Error: { Code: code, Message: failures[code] }, RequestId: this.requestId() };
  }

  /** A short response: one in five is a failure. */
  envelope(): object {
    const data = { TotalCount: 1, InstanceStatusSet: [{ InstanceId: `ins-${this.hex(8)}`, InstanceState: 'RUNNING' }] };
    return { Response: this.below(5) ? { ...data, RequestId: this.requestId() } : this.failure() };
  }

  /** Instances with about the given number of bytes as JSON. */
  instances(bytes: number): object[] {
    const instances: object[] = [];
    for (let size = 0; size < bytes; size += Buffer.byteLength(JSON.stringify([[[instances.at(-1)]]], null, 2))) {
      instances.push(this.instance());
    }
    return instances;
  }

  private name(): string {
    const kind = this.below(10) < 7 ? this.pick(['web', 'api', 'db', 'cache']) : this.pick(['测试', '生产', '网关']);
    return `${kind}-${this.pick(['prod', 'test', 'gray', '广州'])}-${this.below(1000)}`;
  }

  private disk(): object {
    return { DiskType: 'CLOUD_SSD', DiskId: `disk-${this.hex(8)}`, DiskSize: 100, DeleteWithInstance: true };
  }
}

/** One failed response with much data, in which a missing RequestId is a finding. */
export function singleResponse(name: string, bytes: number): BenchDocument {
  const payload = new Payload(42);
  const { Error: error, RequestId } = payload.failure();
  return { name, text: print({ Response: { Error: error, InstanceSet: payload.instances(bytes), RequestId } }) };
}

/** An array of short responses. */
export function manyResponses(name: string, count: number): BenchDocument {
  const payload = new Payload(42);
  return { name, text: print(Array.from({ length: count }, () => payload.envelope())) };
}

/** Writes files to check: responses, arrays of responses, failures, and unrelated JSON. Returns their total bytes. */
export function writeCheckSet(folder: string, files: number, bytesEach: number): number {
  let bytes = 0;
  for (let index = 0; index < files; index++) {
    const sub = join(folder, `service-${String(index % 20).padStart(2, '0')}`);
    mkdirSync(sub, { recursive: true });
    const text = checkedText(new Payload(index + 1), index, bytesEach);
    writeFileSync(join(sub, `response-${String(index).padStart(5, '0')}.json`), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** Of ten files, one is unrelated JSON, one an array of responses, one a failure, and the rest are successes. */
function checkedText(payload: Payload, index: number, bytes: number): string {
  const InstanceSet = (): object[] => payload.instances(bytes);
  switch (index % 10) {
    case 3:
      return print({ version: 2, items: InstanceSet() });
    case 5:
      return print(Array.from({ length: Math.ceil(bytes / 250) }, () => payload.envelope()));
    case 7:
      return print({ Response: { ...payload.failure(), Detail: InstanceSet() } });
    default:
      return print({ Response: { TotalCount: 100, InstanceSet: InstanceSet(), RequestId: payload.requestId() } });
  }
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
