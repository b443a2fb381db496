import { addressesOf, hasPlaceholder, namesPlaceholder } from '../package/addresses.mjs';
import { contentsProblems, listedPaths } from '../package/contents.mjs';
import { changelogProblems } from './changelog.mjs';
import { linkProblems } from './links.mjs';

function versionProblems({ manifest: { version }, lock }) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    return [`${version} is not of the form 1.2.3, which the marketplaces ask for`];
  }
  return lock.version === version ? [] : [`package-lock.json says ${lock.version}, package.json ${version}`];
}

function addressProblems({ manifest, vsix }) {
  const { url } = manifest.repository;
  if (hasPlaceholder(manifest)) {
    return [`repository.url in package.json is the placeholder ${url}`];
  }
  const stale = Object.entries(addressesOf(url)).filter(
    ([key, value]) => JSON.stringify(manifest[key]) !== JSON.stringify(value),
  );
  const pages = Object.keys(vsix.files).filter((path) => namesPlaceholder(vsix.files[path]));
  return [
    ...stale.map(([key]) => `${key} in package.json does not belong to ${url}`),
    ...pages.map((path) => `${path} has the placeholder`),
  ];
}

function noticesProblems({ licences, notices }) {
  return [...licences, ...(notices.written === notices.current ? [] : ['ThirdPartyNotices.txt is not up to date'])];
}

/** Each check with what it finds wrong in the facts, if it applies to them, and with what to do then. */
const checks = [
  { title: 'version', problems: versionProblems, next: 'set it with "npm version --no-git-tag-version VERSION"' },
  {
    title: 'changelog',
    problems: ({ changelog, manifest }) => changelogProblems(changelog, manifest.version),
    next: 'in CHANGELOG.md move what is unreleased into a section with version and date',
  },
  {
    title: 'working tree',
    problems: ({ changedFiles }) => (changedFiles.length > 0 ? [`${changedFiles.length} files are not committed`] : []),
    next: 'commit them, or remove them',
  },
  {
    title: 'tag',
    problems: ({ tags, manifest: { version } }) =>
      tags.includes(`v${version}`) ? [`v${version} is there already`] : [],
    next: 'release another version',
  },
  {
    title: 'addresses',
    problems: addressProblems,
    next: 'write the real address there, then run "npm run generate"',
  },
  { title: 'links of README and CHANGELOG', problems: linkProblems, next: 'correct them' },
  { title: 'licences', problems: noticesProblems, next: 'run "npm run notices"' },
  {
    title: 'contents of the VSIX',
    problems: ({ vsix: { files, size }, lists }) =>
      contentsProblems({ paths: Object.keys(files), size }, listedPaths(lists.vsix)),
    next: 'correct .vscodeignore or scripts/package/vsix-files.txt',
  },
  {
    title: 'contents of the npm package',
    problems: ({ npm, lists }) => npm && contentsProblems(npm, listedPaths(lists.npm)),
    next: 'correct the package or scripts/package/npm-files.txt',
  },
];

/** A line for each check, and whether all of them passed. */
export function checkRelease(facts) {
  const results = checks
    .map(({ title, problems, next }) => ({ title, next, found: problems(facts) }))
    .filter(({ found }) => found !== undefined);
  return {
    passed: results.every(({ found }) => found.length === 0),
    lines: results.map(({ title, next, found }) =>
      found.length === 0 ? `✔ ${title}` : `✖ ${title}: ${found.join('; ')}. Next: ${next}.`,
    ),
  };
}
