/** The project file, `.api-response.json`: settings beside the documents that they are for. */
export type { ProjectPath, ProjectSettings } from './projectSettings';
export { readProjectFile, type ReadProjectFile } from './readProjectFile';
