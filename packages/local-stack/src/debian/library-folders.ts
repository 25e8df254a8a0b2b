import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** The folders of the libraries that came along in a tree of unpacked packages, as LD_LIBRARY_PATH names them. */
export async function libraryFolders(root: string): Promise<string> {
  const parents = [join(root, 'usr', 'lib'), join(root, 'lib')]
  const found = await Promise.all(
    parents.map(async parent => {
      const names = await readdir(parent).catch(() => [])
      return names.filter(name => name.includes('-linux-')).map(name => join(parent, name))
    })
  )
  return found.flat().join(delimiter)
}
