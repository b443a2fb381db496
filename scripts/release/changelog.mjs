const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
const release = /^\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)(?: \[YANKED\])?$/;

function isDate(text) {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function headingProblems(heading) {
  const [, , date] = release.exec(heading) ?? [];
  if (date === undefined) {
    return [`"## ${heading}" should read "## [VERSION] - YYYY-MM-DD"`];
  }
  return isDate(date) ? [] : [`"${date}" is not a date`];
}

/** What keeps a text in the form of Keep a Changelog from being that of a version that is released now. */
export function changelogProblems(text, version) {
  const sections = text
    .split(/^## /m)
    .slice(1)
    .map((section) => section.split(/\r?\n/));
  const [[unreleased, ...entries] = [], ...releases] = sections;
  const problems = [];
  if (unreleased !== '[Unreleased]') {
    problems.push('it does not begin with "## [Unreleased]"');
  } else if (entries.some((line) => line.trim() !== '')) {
    problems.push('"## [Unreleased]" still has entries');
  }
  if (release.exec(releases[0]?.[0] ?? '')?.[1] !== version) {
    problems.push(`no section "## [${version}] - YYYY-MM-DD" comes next`);
  }
  const foreign = [...text.matchAll(/^### (.+)$/gm)].map(([, kind]) => kind).filter((kind) => !kinds.includes(kind));
  problems.push(...foreign.map((kind) => `"### ${kind}" is none of ${kinds.join(', ')}`));
  return [...problems, ...releases.flatMap(([heading]) => headingProblems(heading))];
}
