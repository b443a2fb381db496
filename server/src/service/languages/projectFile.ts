/** The name of project files. */
export const projectFileName = '.api-response.json';

/** Whether a file is a project file, which is never read as a response. */
export function isProjectFile(path: string): boolean {
  const folder = path.slice(0, -projectFileName.length);
  return (
    path.toLowerCase().endsWith(projectFileName) && (folder === '' || folder.endsWith('/') || folder.endsWith('\\'))
  );
}
