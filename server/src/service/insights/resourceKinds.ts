import type { Localizer } from '../base/localizer';

/** A kind of resource. */
export interface ResourceKind {
  /** What an ID begins with, before the `-`. */
  readonly prefixes: readonly string[];
  readonly name: (l10n: Localizer) => string;
  /** The same resource is seen from all regions. */
  readonly isGlobal?: true;
}

/** Prefixes that only one product uses, or that one of them uses far more than others. */
const kinds: readonly ResourceKind[] = [
  { prefixes: ['ins'], name: (l10n) => l10n.t('a CVM instance') },
  { prefixes: ['lhins'], name: (l10n) => l10n.t('a Lighthouse instance') },
  { prefixes: ['lhbp'], name: (l10n) => l10n.t('a Lighthouse image') },
  { prefixes: ['disk'], name: (l10n) => l10n.t('a cloud disk (CBS)') },
  { prefixes: ['lhdisk'], name: (l10n) => l10n.t('a Lighthouse disk') },
  { prefixes: ['snap'], name: (l10n) => l10n.t('a snapshot of a cloud disk') },
  { prefixes: ['lhsnap'], name: (l10n) => l10n.t('a Lighthouse snapshot') },
  { prefixes: ['img'], name: (l10n) => l10n.t('an image (CVM)') },
  { prefixes: ['skey'], name: (l10n) => l10n.t('an SSH key pair (CVM)') },
  { prefixes: ['lhkp'], name: (l10n) => l10n.t('a Lighthouse key pair') },
  { prefixes: ['lt'], name: (l10n) => l10n.t('a launch template (CVM)') },
  { prefixes: ['ps'], name: (l10n) => l10n.t('a placement group (CVM)') },
  { prefixes: ['host'], name: (l10n) => l10n.t('a dedicated host (CDH)') },
  { prefixes: ['eip'], name: (l10n) => l10n.t('an elastic IP (EIP)') },
  { prefixes: ['bwp'], name: (l10n) => l10n.t('a bandwidth package') },
  { prefixes: ['vpc'], name: (l10n) => l10n.t('a private network (VPC)') },
  { prefixes: ['subnet'], name: (l10n) => l10n.t('a subnet') },
  { prefixes: ['sg'], name: (l10n) => l10n.t('a security group') },
  { prefixes: ['rtb'], name: (l10n) => l10n.t('a route table') },
  { prefixes: ['eni'], name: (l10n) => l10n.t('a network interface (ENI)') },
  { prefixes: ['nat'], name: (l10n) => l10n.t('a NAT gateway') },
  { prefixes: ['vpngw'], name: (l10n) => l10n.t('a VPN gateway') },
  { prefixes: ['vpnx'], name: (l10n) => l10n.t('a VPN tunnel') },
  { prefixes: ['cgw'], name: (l10n) => l10n.t('a customer gateway (VPN)') },
  { prefixes: ['pcx'], name: (l10n) => l10n.t('a peering connection') },
  { prefixes: ['dcg'], name: (l10n) => l10n.t('a direct connect gateway') },
  { prefixes: ['dcx'], name: (l10n) => l10n.t('a dedicated tunnel (Direct Connect)') },
  { prefixes: ['ccn'], name: (l10n) => l10n.t('a cloud connect network (CCN)'), isGlobal: true },
  { prefixes: ['havip'], name: (l10n) => l10n.t('a highly available virtual IP (HAVIP)') },
  { prefixes: ['acl'], name: (l10n) => l10n.t('a network ACL') },
  { prefixes: ['vpce'], name: (l10n) => l10n.t('a VPC endpoint') },
  { prefixes: ['lb', 'clb'], name: (l10n) => l10n.t('a load balancer (CLB)') },
  { prefixes: ['lbl'], name: (l10n) => l10n.t('a listener (CLB)') },
  { prefixes: ['loc'], name: (l10n) => l10n.t('a forwarding rule (CLB)') },
  { prefixes: ['lbtg'], name: (l10n) => l10n.t('a target group (CLB)') },
  { prefixes: ['cls'], name: (l10n) => l10n.t('a cluster (TKE)') },
  { prefixes: ['np'], name: (l10n) => l10n.t('a node pool (TKE)') },
  { prefixes: ['eksri'], name: (l10n) => l10n.t('a reserved instance (TKE)') },
  { prefixes: ['eksci'], name: (l10n) => l10n.t('a container instance (TKE)') },
  { prefixes: ['tcr'], name: (l10n) => l10n.t('an image registry (TCR)') },
  { prefixes: ['asg'], name: (l10n) => l10n.t('a scaling group (AS)') },
  { prefixes: ['asc'], name: (l10n) => l10n.t('a launch configuration (AS)') },
  { prefixes: ['lam'], name: (l10n) => l10n.t('a cloud function (SCF)') },
  { prefixes: ['cdb', 'cdbro'], name: (l10n) => l10n.t('a MySQL instance (CDB)') },
  { prefixes: ['cdbrg'], name: (l10n) => l10n.t('a group of read-only MySQL instances (CDB)') },
  {
    prefixes: ['cynosdbmysql', 'cynosdbmysql-ins', 'cynosdbpg'],
    name: (l10n) => l10n.t('a TDSQL-C cluster or instance'),
  },
  { prefixes: ['postgres'], name: (l10n) => l10n.t('a PostgreSQL instance') },
  { prefixes: ['mssql', 'mssqlro'], name: (l10n) => l10n.t('an SQL Server instance') },
  { prefixes: ['tdsql', 'tdsqlshard'], name: (l10n) => l10n.t('a TDSQL instance') },
  { prefixes: ['crs'], name: (l10n) => l10n.t('a Redis instance') },
  { prefixes: ['cmgo'], name: (l10n) => l10n.t('a MongoDB instance') },
  { prefixes: ['vdb'], name: (l10n) => l10n.t('a vector database') },
  { prefixes: ['ckafka'], name: (l10n) => l10n.t('a CKafka instance') },
  { prefixes: ['rocketmq', 'rmq'], name: (l10n) => l10n.t('a RocketMQ cluster') },
  { prefixes: ['pulsar'], name: (l10n) => l10n.t('a Pulsar cluster') },
  { prefixes: ['es'], name: (l10n) => l10n.t('an Elasticsearch cluster') },
  { prefixes: ['emr'], name: (l10n) => l10n.t('an EMR cluster') },
  { prefixes: ['cfs'], name: (l10n) => l10n.t('a file system (CFS)') },
  { prefixes: ['prom'], name: (l10n) => l10n.t('a Prometheus instance') },
  { prefixes: ['grafana'], name: (l10n) => l10n.t('a Grafana instance') },
];

/** The kinds of resources by the prefixes of their IDs. */
export const kindOfPrefix: ReadonlyMap<string, ResourceKind> = new Map(
  kinds.flatMap((kind) => kind.prefixes.map((prefix) => [prefix, kind])),
);
