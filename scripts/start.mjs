import { parseArgs } from 'node:util'
import { prepare } from './prepare.mjs'
import { stopRequests } from './stop-requests.mjs'

const HELP = `Starts everything on this machine: PostgreSQL, Redis, a mail catcher, a stand-in for Stripe, the ingest, a worker, the
console, and an example shop. Ctrl-C stops it all; what was done is there again at the next start.

  npm start
  npm start -- --without-shop    leaves its announcements to your own code`

const OPTIONS = {
  'without-shop': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false }
}

const requests = stopRequests()
try {
  const asked = read(process.argv.slice(2))
  if (asked === undefined) {
    process.stderr.write(
      '\nnpm start takes --without-shop and --help, and nothing else.\nHelp: npm start -- --help\n'
    )
    process.exitCode = 2
  } else if (asked.help) process.stdout.write(`${HELP}\n`)
  else await start(!asked['without-shop'])
} catch (err) {
  if (!requests.signal.aborted) {
    process.stderr.write(`\n${err.message}\n`)
    process.exitCode = 1
  }
}

/** Nothing, where it was asked for what it does not have. */
function read(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values
  } catch {
    return undefined
  }
}

async function start(withShop) {
  await prepare(requests)
  const { main } = await import('../packages/local-stack/dist/start/main.js')
  await main({ ...requests, withShop })
}
