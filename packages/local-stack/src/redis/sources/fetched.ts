import { join } from 'node:path'
import { libraryFolders } from '../../debian/library-folders.ts'
import type { RedisProgram, RedisSource } from '../redis-program.ts'
import { runsWell } from './runs-well.ts'

/** What an earlier run unpacked below `.local/redis/`. */
export const fetched: RedisSource = {
  name: 'already fetched',
  find: async ({ cache }) => await findUnpacked(cache)
}

/** The server in a tree of unpacked packages, with the folders of the libraries that came along. */
export async function findUnpacked(root: string): Promise<RedisProgram | undefined> {
  const libraries = await libraryFolders(root)
  for (const name of ['redis-server', 'valkey-server']) {
    const command = join(root, 'usr', 'bin', name)
    if (await runsWell(command, libraries)) return { kind: 'binary', command, libraries }
  }
  return undefined
}
