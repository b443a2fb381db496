import { memoize } from '../base/memoize';
import type { ServiceContext } from '../context/serviceContext';
import { findFindings, type Finding } from './findings';
import type { Stretch } from './runRules';

/** The first findings of a text, and how many there are. */
export interface CappedFindings {
  /** In the order of the text. */
  readonly first: readonly Finding[];
  readonly total: number;
}

/** Runs the rules. What it found in a stretch of text it knows again for as long as the stretch stays as it is. */
export class Validator {
  readonly validate: (stretch: Stretch) => CappedFindings;

  /** `max` findings are given of a document; all are counted. */
  constructor(
    context: ServiceContext,
    readonly max: number,
  ) {
    this.validate = memoize((stretch: Stretch) => {
      const findings = findFindings(stretch, context);
      return { first: findings.slice(0, max), total: findings.length };
    });
  }
}
