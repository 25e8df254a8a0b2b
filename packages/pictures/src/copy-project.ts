import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

// `.env` stays behind too: what one person has set is not what a newcomer sees.
const LEFT_BEHIND = ['node_modules', '.git', '.local', '.env', 'coverage']
const FETCHED_REDIS = join('.local', 'redis')

type Copy = Readonly<{ folder: string; remove(): void }>

/**
 * The project as it lies here, in a folder of its own: with empty servers, so that order 1001 is new, and beside an
 * `npm start` that may be running.
 */
export function copyProject(root: string): Copy {
  mkdirSync(join(root, '.local'), { recursive: true })
  const folder = mkdtempSync(join(root, '.local', 'pictures-'))
  const options = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true }
  for (const name of readdirSync(root).filter(name => !LEFT_BEHIND.includes(name)))
    cpSync(join(root, name), join(folder, name), options)
  if (existsSync(join(root, FETCHED_REDIS)))
    cpSync(join(root, FETCHED_REDIS), join(folder, FETCHED_REDIS), options)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
