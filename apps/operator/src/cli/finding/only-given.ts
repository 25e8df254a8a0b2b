import type { Given } from './list-command.ts'

/** Without what is not given, so that it does not hide what was pasted. */
export const onlyGiven = (named: Given): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
