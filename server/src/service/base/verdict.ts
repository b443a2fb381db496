/** Who has to fix a failure. */
export type Fault = 'caller' | 'account' | 'service' | 'network';

/** Whether the same call may be sent again. */
export type Retry = 'no' | 'after-fixing' | 'backoff' | 'at-once';
