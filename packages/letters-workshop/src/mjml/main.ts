import { readFileSync } from 'node:fs'
import { keepMadeFile } from '../keep-made-file.ts'
import { LAYOUT_MODULE, LAYOUT_SOURCE } from '../letters-folder.ts'
import { compileLayout, layoutModule } from './compile-layout.ts'

try {
  const text = layoutModule(await compileLayout(readFileSync(LAYOUT_SOURCE, 'utf8')))
  process.stdout.write(`${keepMadeFile({ path: LAYOUT_MODULE, text, args: process.argv.slice(2) })}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
