import { randomBytes } from 'node:crypto'
import { access, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../processes/run-command.ts'
import type { PostgresPrograms } from './find-postgres.ts'
import { giveFiles } from './give-files.ts'
import type { RunAs } from './run-as.ts'

export const databaseName = 'paidonce'

type Create = Readonly<{
  folder: string
  programs: PostgresPrograms
  runAs: RunAs
  signal?: AbortSignal | undefined
}>

/** Makes PostgreSQL's data folder `<folder>/data` with our database in it, unless it is there. Gives the password. */
export async function createCluster(options: Create): Promise<string> {
  const { folder, runAs } = options
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  const isThere = await access(join(data, 'PG_VERSION')).then(
    () => true,
    () => false
  )
  if (!isThere) await createAll({ ...options, data, passwordFile })
  await giveFiles(folder, runAs)
  await giveFiles(data, runAs)
  return await readFile(passwordFile, 'utf8')
}

type CreateAll = Create & Readonly<{ data: string; passwordFile: string }>

// Made under another name and then renamed: a run killed half-way leaves nothing that looks finished.
async function createAll({ folder, programs, runAs, signal, data, passwordFile }: CreateAll): Promise<void> {
  const unfinished = join(folder, 'data.new')
  await rm(unfinished, { recursive: true, force: true })
  await writeFile(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 })
  await giveFiles(folder, runAs)
  const run = async (program: string, args: readonly string[], input = '') => {
    const [command = '', ...rest] = [...plainEnv, ...runAs.prefix, program, ...args]
    const { uid, gid } = runAs
    const { ok, output } = await runCommand({ command, args: rest, input, cwd: folder, uid, gid, signal })
    if (!ok || output.includes('ERROR'))
      throw new Error(`PostgreSQL's data folder cannot be made:\n${output.trim()}`)
  }
  await run(programs.initdb, [...initdbArgs, `--pwfile=${passwordFile}`, `--pgdata=${unfinished}`])
  // Without a client at hand, the server's own single-user mode makes the database.
  await run(
    programs.postgres,
    ['--single', '-D', unfinished, 'postgres'],
    `create database ${databaseName};\n`
  )
  await rename(unfinished, data)
}

const initdbArgs = [
  `--username=${databaseName}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-sync',
  '--no-instructions'
]

/** Put before a command of PostgreSQL's: takes away what would change its settings, and gives a locale that exists everywhere. */
export const plainEnv = [
  'env',
  '-u',
  'PGDATA',
  '-u',
  'PGPORT',
  '-u',
  'PGDATESTYLE',
  '-u',
  'PGCLIENTENCODING',
  'LC_ALL=C'
]
