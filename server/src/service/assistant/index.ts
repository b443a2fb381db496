/** What language models are told. */
export { explainForAssistant } from './explainForAssistant';
