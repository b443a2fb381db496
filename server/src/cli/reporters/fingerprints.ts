import { createHash } from 'node:crypto';
import type { Finding } from '../../service';

/**
 * Ids for the findings of a file, which programs know them by in the next run: they stay the same wherever the lines
 * move, and no two are the same. Findings that are alike are told apart by their order.
 */
export class Fingerprints {
  /**
   * How many findings there were, by two bytes of what they are. Few different findings share them, and if so, their ids
   * are only less stable. In return memory does not grow with the number of findings.
   */
  private readonly counts = new Map<number, number>();

  /** `path`: as it is in the report. */
  constructor(private readonly path: string) {}

  /** The id of the next finding. */
  next({ rule, message }: Pick<Finding, 'rule' | 'message'>): string {
    const kind = createHash('sha256')
      .update(JSON.stringify([this.path, rule, message]))
      .digest();
    const key = kind.readUInt16BE();
    const earlier = this.counts.get(key) ?? 0;
    this.counts.set(key, earlier + 1);
    return createHash('sha256').update(kind).update(String(earlier)).digest('hex');
  }
}
