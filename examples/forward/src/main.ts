import { BadSettings, readConfig } from './config.ts'
import { postSigned } from './http/post-signed.ts'
import { listen } from './redis/listen.ts'

/** Longer than a request may take. While Redis is away closing would wait for ever. */
const CLOSE_WITHIN_MS = 12_000

const config = readOrExit()
const say = (line: string) => void process.stdout.write(`${new Date().toISOString()} ${line}\n`)

const listener = listen({
  redisUrl: config.redisUrl,
  forward: announcement => postSigned(announcement, config),
  onError: error => say(`${error.name}: ${error.message}`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref()
    void listener.stop()
  })
}
await listener.ready()
say('ready: announcements are forwarded')

function readOrExit() {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
