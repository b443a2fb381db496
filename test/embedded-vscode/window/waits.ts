const limit = 120_000;
const pause = 50;

/** Repeats `check` until it holds; `what` names the awaited thing in the error. */
export async function waitUntil(what: string, check: () => Promise<boolean>, within = limit): Promise<void> {
  const end = Date.now() + within;
  while (!(await check())) {
    if (Date.now() > end) {
      throw new Error(
        `Waited ${within / 1000} s in vain for ${what}: take a screenshot of the window to see what is there.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Repeats `read` until its value passes, and returns that value. */
export async function waitFor<T, S extends T>(
  what: string,
  read: () => Promise<T>,
  passes: (value: T) => value is S,
): Promise<S>;
export async function waitFor<T>(what: string, read: () => Promise<T>, passes: (value: T) => boolean): Promise<T>;
export async function waitFor<T>(what: string, read: () => Promise<T>, passes: (value: T) => boolean): Promise<T> {
  let last: T | undefined;
  await waitUntil(what, async () => passes((last = await read())));
  return last as T;
}

/** Text as a reader sees it: the editor renders spaces as no-break spaces. */
export function plain(text: string): string {
  return text
    .replace(/\u00a0/g, ' ')
    .replace(/\u200b|\u200c/g, '')
    .trim();
}
