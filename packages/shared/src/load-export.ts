import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeError } from './describe-error.ts'
import { UnusableModule } from './unusable-module.ts'

export type Wanted = Readonly<{ setting: string; path: string; name: string }>

/**
 * What the ES module at `path` exports under `name`. The module runs with the rights of the program. Throws UnusableModule.
 */
export async function loadExport({ setting, path, name }: Wanted): Promise<unknown> {
  if (!isFile(path)) throw new UnusableModule(setting, 'it is not a file that can be read')
  const loaded = await load(setting, path)
  if (!Object.hasOwn(loaded, name)) throw new UnusableModule(setting, `the file exports no ${name}`)
  return loaded[name]
}

async function load(setting: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(resolve(path)).href)
  } catch (error) {
    throw new UnusableModule(setting, reasonOf(error))
  }
}

/** Node.js itself tells the line of what is no JavaScript only when it runs the file. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'Node.js cannot load the file; run it with node to see why'
  const { code, text } = describeError(error)
  if (code === 'ERR_MODULE_NOT_FOUND') return 'the file imports something that is not there'
  return `the file threw while it was loaded, ${text}`
}

function isFile(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
