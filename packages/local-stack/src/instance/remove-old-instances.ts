import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ownerOf } from './claim-instance.ts'

/** Removes the instances below `<root>/.local/` whose name begins so and that no living process has. */
export function removeOldInstances(root: string, prefix: string): void {
  const local = join(root, '.local')
  for (const name of readdirSync(local).filter(entry => entry.startsWith(prefix))) {
    const dir = join(local, name)
    if (ownerOf(dir) === undefined) rmSync(dir, { recursive: true, force: true })
  }
}
