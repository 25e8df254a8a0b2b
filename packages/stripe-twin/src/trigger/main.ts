import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { whenUnread } from '@paidonce/shared/when-unread'
import { ASKED_WRONGLY, runTrigger } from './run-trigger.ts'
import { createScreen } from './screen.ts'
import { UsageError } from './usage-error.ts'

const { env, stdout, stderr } = process
whenUnread([stdout, stderr], () => process.exit(0))

try {
  process.exitCode = await runTrigger({
    argv: process.argv.slice(2),
    env,
    runFilePath: fileURLToPath(new URL('../../../../.local/run.json', import.meta.url)),
    seed: randomBytes(4).toString('hex'),
    screen: createScreen({ output: stdout, color: stdout.isTTY === true && !env.NO_COLOR, now: Date.now }),
    write: text => stdout.write(text)
  })
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  stderr.write(`\n${error.message}\nHelp: npm run trigger -- --help\n`)
  process.exitCode = ASKED_WRONGLY
}
