import type { LanguageService, Localizer } from '../../service';
import { ProjectFiles, withProject } from '../input/projectFile';
import { createReporter, type Reporter } from '../reporters';
import { serviceFor, type Job } from './job';

/** What the files of one project are checked with. */
export interface Checker {
  readonly job: Job;
  readonly service: LanguageService;
  readonly reporter: Reporter;
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
      checker = this.files.read(projectFile).then((project) => this.create(withProject(this.job, project)));
      this.known.set(projectFile, checker);
    }
    return checker;
  }

  private create(job: Job): Checker {
    const service = serviceFor(job, this.l10n);
    return { job, service, reporter: createReporter(job, service, this.l10n) };
  }
}
