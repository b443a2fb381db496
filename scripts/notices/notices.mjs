/** Licences that only ask to be passed on. One that is not here needs somebody to read it first. */
const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
];

const introduction = `Third-party notices

API Response Assistance for Tencent Cloud includes code of the packages below. It was made by others, who allow its use
under these licences.
`;

/** What keeps packages from being shipped, each with the name of the package and what to do. */
export function licenceProblems(packages) {
  return packages.flatMap(({ name, version, license, texts }) => {
    if (!allowedLicences.includes(license)) {
      return [
        `${name} ${version} has the licence ${JSON.stringify(license)}, which is not on the list of allowed ones: ` +
          'read it and add it to scripts/notices/notices.mjs, or do without the package',
      ];
    }
    return texts.length === 0 ? [`${name} ${version} has no file with its licence: do without the package`] : [];
  });
}

/** ThirdPartyNotices.txt for packages. */
export function noticesText(packages) {
  const line = '-'.repeat(80);
  const sections = packages.map(({ name, version, license, texts }) =>
    [line, `${name} ${version} (${license})`, line, '', texts.join('\n\n'), ''].join('\n'),
  );
  return [introduction, ...sections].join('\n');
}
