/** Begins the line that tells the runner the counts: a worker can write no file. */
export const countsMark = 'counts of the suites: ';
