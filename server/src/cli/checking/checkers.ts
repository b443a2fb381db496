import type { LanguageService, Localizer } from '../../service';
import type { Project } from '../input/project';
import { ProjectFiles, withProject } from '../input/projectFile';
import { createReporter, type Reporter } from '../reporters';
import type { CheckedFile } from '../results/checkedFile';
import { codeMeaning } from '../results/codeMeaning';
import { serviceFor, type Job } from './job';

/** What the files of one project are checked with. */
export interface Checker {
  readonly job: Job;
  readonly service: LanguageService;
  readonly reporter: Reporter;
  /** What codes mean, if that depends on the project. */
  readonly meaningOf?: CheckedFile['meaningOf'];
}

/** A checker per project file. */
export class Checkers {
  private readonly known = new Map<string, Promise<Checker>>();
  private readonly files: ProjectFiles;
  /** For files without a project file. */
  private readonly general: Checker;

  constructor(
    private readonly job: Job,
    private readonly l10n: Localizer,
  ) {
    this.files = new ProjectFiles(l10n);
    this.general = this.create(job);
  }

  for(projectFile: string | undefined): Checker | Promise<Checker> {
    if (projectFile === undefined) {
      return this.general;
    }
    let checker = this.known.get(projectFile);
    if (!checker) {
      checker = this.files.read(projectFile).then((project) => this.createFor(project));
      this.known.set(projectFile, checker);
    }
    return checker;
  }

  private createFor(project: Project): Checker {
    const checker = this.create(withProject(this.job, project));
    const { product, catalogs } = project.settings;
    return product === undefined && catalogs === undefined
      ? checker
      : { ...checker, meaningOf: (code) => codeMeaning(code, checker.service, this.l10n) };
  }

  private create(job: Job): Checker {
    const service = serviceFor(job, this.l10n);
    return { job, service, reporter: createReporter(job, service, this.l10n) };
  }
}
