/** Stands for whoever owns the project, in the address of its repository, until somebody does. */
const placeholder = 'https://github.com/OWNER/';

/** Whether a text has an address that is not real yet. */
export function namesPlaceholder(text) {
  return text.includes(placeholder);
}

/** Whether a manifest still has no real address. */
export function hasPlaceholder({ repository }) {
  return namesPlaceholder(repository.url);
}

/** What a manifest says about the places of the project, made from the address of its repository. */
export function addressesOf(url) {
  return { homepage: `${url}#readme`, bugs: { url: `${url}/issues` }, qna: `${url}/discussions` };
}
