import { join, resolve } from 'node:path'
import { projectRoot } from '@paidonce/local-stack/project-root'
import { makePreview } from './make-preview.ts'
import { HELP, readArguments } from './read-arguments.ts'

try {
  const { help, pictures, only, out } = readArguments(process.argv.slice(2))
  if (help) process.stdout.write(HELP)
  else {
    await makePreview({
      folder: out === undefined ? join(projectRoot, '.local', 'letters') : resolve(out),
      pictures,
      only,
      cache: join(projectRoot, '.local', 'chromium'),
      chromePath: process.env.CHROME_PATH,
      say: line => void process.stdout.write(`${line}\n`)
    })
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
