import { killOwn } from '../processes/kill-own.ts'
import { projectRoot } from '../project-root.ts'
import { hasStripeKey, maySell, shopUrl, twinUrl } from './app-environment.ts'
import { createStops } from './create-stops.ts'
import { createLogView } from './log-view.ts'
import { readDotEnv } from './read-dot-env.ts'
import { readPorts } from './settings.ts'
import { startAll } from './start-all.ts'
import { welcome } from './welcome.ts'

type Requests = Readonly<{
  signal: AbortSignal
  onSecond(listener: () => void): void
  /** Also the example shop, where it may sell. */
  withShop: boolean
}>

/** `npm start`: runs everything until `signal` or until a part ends by itself, and stops it all. Rejects with what went wrong. */
export async function main({ signal, onSecond, withShop: wantsShop }: Requests): Promise<void> {
  const user = { ...readDotEnv(projectRoot), ...process.env }
  const withShop = wantsShop && maySell(user)
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR
  const write = (text: string) => void process.stdout.write(text)
  const say = (line: string) => write(`${line}\n`)
  const logs = createLogView({ write, color })
  const { onStop, stopAll } = createStops()
  onSecond(() => {
    killOwn()
    process.exit(1)
  })
  try {
    const ports = readPorts(process.env)
    // Only of the shell: the one in `.env` is for where the project is deployed.
    const redisUrl = process.env.REDIS_URL || undefined
    const { places, operator, endedByItself } = await startAll({
      root: projectRoot,
      ports,
      user,
      withShop,
      redisUrl,
      logs,
      say,
      signal,
      onStop
    })
    write(
      welcome({
        ...places,
        hasOwnSecret: Boolean(user.STRIPE_WEBHOOK_SECRET),
        operator,
        ...(withShop && { shop: { url: shopUrl(ports), isAtStripe: hasStripeKey(user) } }),
        ...(!hasStripeKey(user) && { paymentsUrl: `${twinUrl(ports)}/payments` }),
        color
      })
    )
    logs.talk()
    const problem = await Promise.race([endedByItself, aborted(signal)])
    if (problem !== undefined) throw new Error(problem)
  } finally {
    logs.quiet()
    if (signal.aborted) say('\nStopping …')
    for (const failure of await stopAll()) say(failure)
    if (signal.aborted) say('Stopped.')
  }
}

async function aborted(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return
  await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
}
