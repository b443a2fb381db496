/** What documents are read, and how: the one table of languages, and what is told by names and by content. */
export { isDeclared } from './declared';
export { isDeclaredByName, languageOf, languageOfText } from './detectLanguage';
export { mayHoldResponse, mayHoldResponseInString } from './mayHoldResponse';
export { checkedExtensions, documentLanguages, languageWithId } from './table';
