import { projectRoot } from '@paidonce/local-stack/project-root'
import { makePictures } from './make-pictures.ts'

const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => stop.abort())
const say = (line: string) => void process.stdout.write(`${line}\n`)

try {
  await makePictures({ root: projectRoot, env: process.env, say, signal: stop.signal })
} catch (error) {
  if (!stop.signal.aborted) process.stderr.write(`\n${error instanceof Error ? error.message : 'failed'}\n`)
  process.exitCode = 1
}
