import { readFileSync, writeFileSync } from 'node:fs'

type Made = Readonly<{ path: string; text: string; args: readonly string[] }>

/**
 * Writes what a program made into the file that is committed, and gives the sentence that says so. With `--check` among the
 * arguments nothing is written, and a file that is not up to date is an Error.
 */
export function keepMadeFile({ path, text, args }: Made): string {
  const unknown = args.find(arg => arg !== '--check')
  if (unknown !== undefined) throw new Error(`There is no ${unknown}: only --check, which writes nothing`)
  if (readFileSync(path, 'utf8') === text) return `${path} is up to date`
  if (args.includes('--check')) throw new Error(`${path} is not up to date: run this again without --check`)
  writeFileSync(path, text)
  return `Wrote ${path}`
}
