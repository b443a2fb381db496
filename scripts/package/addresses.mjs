/** Stands for whoever owns the project, in the address of its repository, until somebody does. */
const placeholder = '/OWNER/';

/** Whether a manifest still has no real address. */
export function hasPlaceholder({ repository }) {
  return repository.url.includes(placeholder);
}

/** What a manifest says about the places of the project, made from the address of its repository. */
export function addressesOf(url) {
  return { homepage: `${url}#readme`, bugs: { url: `${url}/issues` }, qna: `${url}/discussions` };
}
