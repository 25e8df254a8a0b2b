import { parseArgs } from 'node:util'
import { prepare } from './prepare.mjs'
import { stopRequests } from './stop-requests.mjs'

const HELP = `Starts everything on this machine: PostgreSQL, Redis, a mail catcher, a stand-in for Stripe, the ingest, a worker, the
console, and an example shop. Ctrl-C stops it all; what was done is there again at the next start.

  npm start
  npm start -- --without-shop    leaves its announcements to your own code`

const requests = stopRequests()
try {
  const { values } = parseArgs({
    options: {
      'without-shop': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) process.stdout.write(`${HELP}\n`)
  else await start(!values['without-shop'])
} catch (err) {
  if (!requests.signal.aborted) {
    process.stderr.write(`\n${err.message}\n`)
    process.exitCode = 1
  }
}

async function start(withShop) {
  await prepare(requests)
  const { main } = await import('../packages/local-stack/dist/start/main.js')
  await main({ ...requests, withShop })
}
