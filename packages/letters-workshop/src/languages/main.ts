import { keepMadeFile } from '../keep-made-file.ts'
import { LOCALES_FOLDER, LOCALES_MODULE } from '../letters-folder.ts'
import { languagesModule } from './languages-module.ts'
import { listLanguages } from './list-languages.ts'

try {
  const text = languagesModule(listLanguages(LOCALES_FOLDER))
  process.stdout.write(`${keepMadeFile({ path: LOCALES_MODULE, text, args: process.argv.slice(2) })}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
