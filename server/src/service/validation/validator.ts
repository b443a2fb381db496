import { memoize } from '../base/memoize';
import type { ServiceContext } from '../context/serviceContext';
import { findFindings, type Finding } from './findings';
import type { Stretch } from './runRules';

/** The first findings of a text, and their total number. */
export interface CappedFindings {
  /** In the order of the text. */
  readonly first: readonly Finding[];
  readonly total: number;
}

/** Runs the rules, and caches the findings of each stretch of text. */
export class Validator {
  readonly validate: (stretch: Stretch) => CappedFindings;

  /** `max`: the maximum number of findings per document; all are counted. */
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
