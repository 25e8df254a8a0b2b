import { chown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunAs } from './run-as.ts'

/**
 * Root gives the data to the user that will run PostgreSQL, who must own it. This matters as well when the same data was
 * made by another user before. Anyone else may give nothing away, and does nothing.
 */
export async function giveFiles(folder: string, { uid = 0, gid = 0 }: RunAs): Promise<void> {
  if (process.getuid?.() !== 0) return
  if ((await lstat(folder)).uid === uid) return
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await giveFiles(path, { prefix: [], uid, gid })
    else if (entry.isFile()) await chown(path, uid, gid)
  }
  await chown(folder, uid, gid) // last: a run killed half-way leaves the old owner, and all is given again
}
