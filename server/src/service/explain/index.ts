/** Explains codes and failures: as Markdown, as text, and in a few words. */
export { callOf } from './callOf';
export { explainArgument, type ExplainArgument } from './explainArgument';
export { explainFailureAt, explainText, itemFailures, type PlaceExplanation, type WantedCode } from './explainText';
export { explainedText, type ExplainedFailure, type ExplainedText } from './explainedText';
export { explain, faultOf, knownDescription, wordSpace, type Explanation } from './explanation';
export { explanationToMarkdown, type Form } from './explanationMarkdown';
export { explanationToText } from './explanationText';
export { scopeLabel } from './facts';
export { listFailures, listItemFailures, type Failure } from './failures';
export {
  insightLabel,
  insightMarkdown,
  insightMarkdownWithHint,
  insightsOfEnvelope,
  insightText,
  policyDraft,
  verdictOf,
} from './insightText';
export { likelyProduct, productAround, productOfCall } from './likelyProduct';
export { explainByWording, explainLooseText } from './looseText';
export { memberHelp } from './memberHelp';
export { moreLink } from './moreLink';
export { summarizer, verdictWords } from './summary';
