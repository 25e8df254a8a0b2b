import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchPackage } from './fetch-package.ts'

/** Letters from Latin and Vietnamese to Arabic and Hebrew, and a mono-spaced face. */
const DEJAVU = { name: 'dejavu-fonts-ttf', version: '2.37.3' }
const FACES = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono', 'DejaVuSansMono-Bold']

export const FONTS_FILE = 'fonts.conf'

/**
 * What the browser reads to find fonts. A bare machine has none at all; one that has some keeps them, for other scripts. The
 * folder is named relative to this file, so that the project can be moved.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`

type Places = Readonly<{ home: string; folder: string; signal: AbortSignal | undefined }>

/** Adds fonts to those that came with the browser, in `home/fonts`. Throws an Error when they cannot be had. */
export async function fetchFonts({ home, folder, signal }: Places): Promise<void> {
  const unpacked = await fetchPackage({ ...DEJAVU, folder, signal })
  if (unpacked === undefined)
    throw new Error(`The fonts for pictures cannot be had: npm gives no ${DEJAVU.name}`)
  await mkdir(join(home, 'fonts'), { recursive: true })
  for (const face of FACES) {
    await copyFile(join(unpacked, 'ttf', `${face}.ttf`), join(home, 'fonts', `${face}.ttf`))
  }
  await writeFile(join(home, FONTS_FILE), FONTS)
}
