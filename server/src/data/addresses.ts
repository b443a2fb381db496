import * as manifest from '../../../package.json';

/** What a manifest may say about the places of a project. */
interface Addresses {
  readonly homepage?: string;
  readonly repository?: { readonly url: string };
}

const { url } = (manifest as Addresses).repository ?? {};

/** The page of this project; undefined if it has none. */
export const homepage: string | undefined = (manifest as Addresses).homepage;

/** The address of a file of this project, such as `docs/rules.md`; undefined if its repository has none. */
export function addressOf(path: string): string | undefined {
  return url && `${url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/HEAD/${path}`;
}
