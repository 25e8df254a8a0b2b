import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '@paidonce/local-stack/browser/find-browser'
import { allCases } from './cases.ts'
import { indexPage } from './index-page.ts'
import { type Shot, takePictures } from './take-pictures.ts'

type Options = Readonly<{
  folder: string
  pictures: boolean
  only: string | undefined
  /** Where a fetched browser is kept. */
  cache: string
  chromePath: string | undefined
  say(line: string): void
}>

/** Makes the page and the pictures anew in `folder`. Rejects with a sentence when it cannot. */
export async function makePreview({
  folder,
  pictures,
  only = '',
  cache,
  chromePath,
  say
}: Options): Promise<void> {
  const cases = allCases().filter(({ name }) => name.includes(only))
  if (cases.length === 0) {
    const names = allCases().map(({ name }) => `  ${name}`)
    throw new Error(`No letter's name holds that text. There are:\n${names.join('\n')}`)
  }
  const shots = cases.flatMap((one): Shot[] => one.views.map(view => ({ case: one, view })))
  for (const name of ['pictures', 'pages']) rmSync(join(folder, name), { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const page = join(folder, 'index.html')
  writeFileSync(page, indexPage(shots, { hasPictures: pictures }))
  say(`${cases.length} letters: ${page}`)
  if (!pictures) return

  const program = await findBrowser({ cache, chromePath, say })
  say(`Taking ${shots.length} pictures …`)
  const onPicture = (done: number) => done % 25 === 0 && say(`  ${done} of ${shots.length}`)
  await takePictures({ shots, program, folder, onPicture })
  say(`${shots.length} pictures: ${join(folder, 'pictures')}`)
}
