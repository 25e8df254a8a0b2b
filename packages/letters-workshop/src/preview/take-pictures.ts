import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserProgram } from '@paidonce/local-stack/browser/browser-program'
import { startBrowser } from '@paidonce/local-stack/browser/start-browser'
import type { Case } from './cases.ts'
import { asSeen, type View } from './views.ts'

export type Shot = Readonly<{ case: Case; view: View }>

type Options = Readonly<{
  shots: readonly Shot[]
  program: BrowserProgram
  /** The pictures come into its `pictures/`, the pages that they show into its `pages/`. */
  folder: string
  onPicture(done: number): void
}>

/** The picture's place below the preview's folder. */
export const pictureOf = ({ case: { name }, view }: Shot): string => `pictures/${name}.${view.name}.png`

/** Takes all pictures. A browser is either one that turns letters dark or one that does not, so there may be two. */
export async function takePictures({ shots, program, folder, onPicture }: Options): Promise<void> {
  for (const name of ['pictures', 'pages']) mkdirSync(join(folder, name), { recursive: true })
  let done = 0
  for (const forcesDark of [false, true]) {
    const wanted = shots.filter(({ view }) => view.isForced === forcesDark)
    if (wanted.length === 0) continue
    const browser = await startBrowser(program, { forcesDark })
    try {
      for (const shot of wanted) {
        const page = join(folder, 'pages', `${shot.case.name}${shot.view.isPlain ? '.plain' : ''}.html`)
        writeFileSync(page, asSeen(shot.case.letter.html, shot.view))
        const { width, dark } = shot.view
        await browser.screenshot({
          url: pathToFileURL(page).href,
          width,
          dark,
          out: join(folder, pictureOf(shot))
        })
        done += 1
        onPicture(done)
      }
    } finally {
      await browser.close()
    }
  }
}
