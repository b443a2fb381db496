import { isAscii, isUtf8, transcode } from 'node:buffer';

/** Above this the two copies that the quick way makes are worse than the time it saves. */
const maxBytes = 32 * 1024 * 1024;

/**
 * What `bytes.toString('utf8')` returns, in some 60 % of its time: Node's decoder takes text that is not ASCII byte by
 * byte, while `transcode` does not.
 */
export function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) {
    return bytes.toString('latin1');
  }
  return bytes.length <= maxBytes && isUtf8(bytes)
    ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
    : bytes.toString('utf8');
}
