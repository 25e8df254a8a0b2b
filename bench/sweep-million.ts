import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { migrate } from '@paidonce/ledger/migrate'
import { createPool, type Ledger } from '@paidonce/ledger/pool'
import { startStack } from '@paidonce/local-stack/stack'
import { startTwin } from '@paidonce/stripe-twin/api/start-twin'

/*
 * A sweep over a million events of one day at the twin, of which a thousand never came, at random: how long it takes until they
 * are settled, how often Stripe is asked, and how much memory the worker needs.
 */
const EVENTS = Number(process.argv[2] ?? 1_000_000)
const MISSING = Number(process.argv[3] ?? 1_000)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PORTION = 2_000
const say = (line: string) => process.stdout.write(`${line}\n`)

const stack = await startStack({ root: ROOT, name: `bench-${process.pid}` })
const twin = await startTwin({
  target: { url: 'http://127.0.0.1:9/webhook', secret: 'whsec_bench' },
  onError: error => say(error.message)
})
await migrate(stack.databaseUrl)
const ledger = createPool({
  connectionString: stack.databaseUrl,
  namedStatements: true,
  onError: () => undefined
})
const query = async (sql: string, values: unknown[] = []) => (await ledger.pool.query(sql, values)).rows
try {
  const now = Math.floor(Date.now() / 1000)
  const wish = { sequence: 'card', orders: EVENTS, seed: 'bench', from: now - 86_400, to: now - 600 } as const
  const missing = await fillLedger(ledger, twin.shelves.generate(wish))
  say(`${EVENTS} events at the twin, ${missing.size} of them in no ledger`)

  const begun = performance.now()
  const worker = startWorker()
  const memory = watchMemory(worker)
  const isDone = async () => {
    const [row] = await query('select count(*)::int as n from fulfilments')
    const [swept] = await query('select max(until) as until from sweeps where error is null')
    return row.n >= missing.size && swept.until !== null && swept.until.getTime() / 1000 >= wish.to
  }
  while (!(await isDone()) && worker.exitCode === null) await wait(500)
  const seconds = (performance.now() - begun) / 1000
  if (worker.exitCode === null) {
    worker.kill('SIGTERM')
    await once(worker, 'exit')
  }

  const [swept] = await query(
    'select sum(pages)::int as pages, sum(listed)::int as listed, count(*)::int as windows from sweeps'
  )
  const found = await query('select id from missed_events')
  const settled = await query(
    "select count(*)::int as n from events where how = 'sweep' and finished is not null"
  )
  say(
    `found ${found.filter(({ id }) => missing.has(id)).length} and nothing else: ${found.length === missing.size}`
  )
  say(
    `settled ${settled[0].n}; ${swept.pages} questions for ${swept.listed} events in ${swept.windows} windows`
  )
  say(`${seconds.toFixed(0)} s; resident memory of the worker, MB, over time: ${memory().join(' ')}`)
} finally {
  await ledger.pool.end()
  await twin.stop()
  await stack.stop()
  rmSync(stack.dir, { recursive: true, force: true })
}

/** Notes all events but the missing ones as finished. Gives the ids of those. */
async function fillLedger({ pool }: Ledger, generation: ReturnType<typeof twin.shelves.generate>) {
  const numbers = new Set<number>()
  while (numbers.size < Math.min(MISSING, EVENTS)) numbers.add(Math.floor(Math.random() * EVENTS))
  const missing = new Set<string>()
  for (let from = 0; from < EVENTS; from += PORTION) {
    const ids: string[] = []
    for (let number = from; number < Math.min(from + PORTION, EVENTS); number++)
      for (const { event } of generation.playOf(number).steps) {
        if (numbers.has(number)) missing.add(event.id)
        else ids.push(event.id)
      }
    await pool.query(
      `insert into events (id, mode, type, received, how, finished, code_version)
       select id, 'test', 'checkout.session.completed', now(), 'webhook', now(), 'bench' from unnest($1::text[]) as t (id)`,
      [ids]
    )
  }
  await pool.query('analyze events')
  return missing
}

function startWorker(): ChildProcess {
  const { databaseUrl, redisUrl, smtpUrl } = stack
  return spawn(process.execPath, [`${ROOT}/apps/worker/dist/main.js`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Bench <bench@shop.example>',
      STRIPE_MODE: 'test',
      STRIPE_SECRET_KEY: 'rk_test_bench',
      STRIPE_API_URL: twin.url,
      STRIPE_REQUESTS_PER_SECOND: '100',
      SWEEP_BACK: '2d',
      LETTERS: 'refunded'
    }
  })
}

/** Looks every ten seconds. Gives what it saw. */
function watchMemory(worker: ChildProcess): () => number[] {
  const seen: number[] = []
  const look = () => {
    const [, kilobytes = '0'] =
      readFileSync(`/proc/${worker.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/) ?? []
    seen.push(Math.round(Number(kilobytes) / 1024))
  }
  const timer = setInterval(look, 10_000)
  worker.once('exit', () => clearInterval(timer))
  return () => seen
}
