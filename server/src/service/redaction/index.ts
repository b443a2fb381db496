/** Takes secrets out of texts that leave the editor. */
export { secretName, type SecretKind } from './kinds';
export { redact, redactAll, type Redacted } from './redact';
