import { prepare } from './prepare.mjs'
import { stopRequests } from './stop-requests.mjs'

const requests = stopRequests()
try {
  await prepare(requests)
  const { main } = await import('../packages/local-stack/dist/start/main.js')
  await main({ ...requests, withShop: process.argv.includes('--shop') })
} catch (err) {
  if (!requests.signal.aborted) {
    process.stderr.write(`\n${err.message}\n`)
    process.exitCode = 1
  }
}
