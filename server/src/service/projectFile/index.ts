/** The project file, `.api-response.json`: settings beside the documents that they are for. */
export type { ProjectSettings } from './projectSettings';
export { readProjectFile } from './readProjectFile';
