import { hasPlaceholder } from '../package/addresses.mjs';

/** Where vsce has links and images of pages lead, relative to the repository. */
const insideRepository = /^(?:\/-)?\/(?:blob|raw)\/HEAD\/([^#]*)/;

function targetsIn(markdown) {
  const prose = markdown.replace(/^```.*?^```$/gms, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target);
}

/** What is wrong with the links in the pages of the marketplaces. */
export function linkProblems({ manifest, vsix, trackedFiles }) {
  const { url } = manifest.repository;
  const targets = ['extension/readme.md', 'extension/changelog.md'].flatMap((page) =>
    targetsIn(vsix.files[page] ?? ''),
  );
  return [...new Set(targets)].flatMap((target) => {
    if (target.startsWith(url)) {
      const path = insideRepository.exec(target.slice(url.length))?.[1];
      return path === undefined || trackedFiles.includes(path) ? [] : [`${target} leads to no file`];
    }
    const isRelative = !/^(?:\w+:|#)/.test(target);
    if (isRelative && !hasPlaceholder(manifest)) {
      return [`${target} is relative, which marketplaces cannot follow`];
    }
    return !isRelative || trackedFiles.includes(target.replace(/#.*/, '')) ? [] : [`${target} leads to no file`];
  });
}
