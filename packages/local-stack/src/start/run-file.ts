import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What other programs of this project read to find a running `npm start`. Holds secrets. */
export type RunFile = Readonly<{
  webhookUrl: string
  webhookSecret: string
  databaseUrl: string
  redisUrl: string
  smtpUrl: string
  mailUrl: string
  /** What stands in for Stripe; not there if the user has a key of Stripe's. */
  twinUrl?: string
  consoleUrl: string
  /** Not there where no shop runs. */
  shopUrl?: string
}>

/** Writes `<dir>/run.json`, for this user alone, and links `run.json` beside `dir` to it. */
export function writeRunFile(dir: string, content: RunFile): void {
  const path = join(dir, 'run.json')
  rmSync(`${path}.new`, { force: true })
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  const link = linkBeside(dir)
  rmSync(`${link}.new`, { force: true })
  symlinkSync(join(basename(dir), 'run.json'), `${link}.new`)
  renameSync(`${link}.new`, link)
}

/** Removes both. */
export function removeRunFile(dir: string): void {
  rmSync(linkBeside(dir), { force: true })
  rmSync(join(dir, 'run.json'), { force: true })
}

const linkBeside = (dir: string): string => join(dir, '..', 'run.json')
