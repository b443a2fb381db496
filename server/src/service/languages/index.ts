/** The table of document languages, and detection by name and by content. */
export { isDeclared, refusedGlobs } from './declared';
export { isDeclaredByName, languageOf, languageOfText } from './detectLanguage';
export { mayHoldResponse, mayHoldResponseInString } from './mayHoldResponse';
export { isProjectFile, projectFileName } from './projectFile';
export { checkedExtensions, documentLanguages, languageWithId } from './table';
