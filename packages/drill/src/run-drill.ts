import { setMaxListeners } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleepFor } from 'node:timers/promises'
import type { Attempt } from '@paidonce/stripe-twin/deliver/deliver'
import type { Open } from './drain/drain.ts'
import { settleUp } from './drain/settle-up.ts'
import { runFaults } from './faults/run-faults.ts'
import { setStage } from './faults/set-stage.ts'
import { FAULTS } from './faults/table.ts'
import { makeLoad, tellingEvents } from './load/make-load.ts'
import { sendLoad } from './load/send-load.ts'
import { createSenderLog } from './load/sender-log.ts'
import { openScene, type Scene } from './open-scene.ts'
import { LOSE, type Wishes } from './options/read-arguments.ts'
import type { DrillReport } from './report/drill-report.ts'
import { countProblems, problemsOfFaults } from './report/problems.ts'
import { makeSchedule } from './schedule/make-schedule.ts'

type DrillOptions = Readonly<{
  wishes: Wishes
  /** For the servers' files and the programs' logs. */
  dir: string
  say: (line: string) => void
  /** One line that says where the drill stands. */
  progress: (text: string) => void
  signal: AbortSignal
  onStop: (name: string, stop: () => void | Promise<void>) => void
}>

const MINUTE_MS = 60_000
const NANOSECONDS_A_MS = 1_000_000

/** Stripe tries for days; here until everything has long recovered. */
const RETRY_FOR_MS = 5 * MINUTE_MS

/** Load, faults, drain, verdict. Rejects only when it was aborted or the scene could not be set. */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const ended = new AbortController()
  const signal = AbortSignal.any([options.signal, ended.signal])
  setMaxListeners(0, signal) // each delivery that waits for its time listens
  try {
    return await drillUntil(options, signal)
  } finally {
    ended.abort() // what one part's failure leaves running of the others
  }
}

async function drillUntil(options: DrillOptions, signal: AbortSignal): Promise<DrillReport> {
  const { wishes, progress } = options
  progress('starting PostgreSQL, Redis, mail, 3 ingests and 3 workers')
  const scene = await openScene(options)

  const load = makeLoad(wishes, Math.floor(Date.now() / 1000))
  scene.twin?.tell(load)
  const pauses = monitorEventLoopDelay()
  pauses.enable()
  const [begun, begunAt] = [performance.now(), Date.now()]
  const now = () => performance.now() - begun
  const sleep = async (ms: number) => void (await sleepFor(ms, undefined, { signal }))
  const sender = createSenderLog(now)
  const { stage, losses, objections } = setStage({ scene, sender, now, sleep, signal })
  const schedule = makeSchedule({ ...wishes, isLast: kind => FAULTS[kind].part === 'everything' })
  let fault = 'no fault yet'
  let isOver = false

  const onAttempt = (attempt: Attempt) => {
    sender.note(attempt)
    if (attempt.accepted) scene.twin?.noteTaken(attempt.event.id)
    progress(loadLine({ now: now(), accepted: sender.accepted().size, attempts: sender.attempts(), fault }))
  }
  const retryForMs = RETRY_FOR_MS + wishes.minutes * MINUTE_MS
  const loading = sendLoad({ ...scene, ...load, retryForMs, sleep, signal, onAttempt }).finally(() => {
    isOver = true
  })
  const onBegin = (kind: string) => {
    fault = kind.replaceAll('_', ' ')
  }
  const [delivered, faults] = await Promise.all([
    loading,
    runFaults({ schedule, stage, isOver: () => isOver, onBegin })
  ])
  for (const program of scene.programs) await program.becomesReady(signal)

  const onLook = (look: Open | string) => progress(typeof look === 'string' ? look : drainLine(look))
  const settled = await settleUp({ scene, load, sender, losses, begunAt, now, sleep, onLook, signal })
  const refused = delivered.filter(({ accepted }) => !accepted).map(({ event }) => event.id)
  const problems = [
    ...settled.problems,
    ...problemsOfFaults(objections),
    ...problemsOfFaults(refused.map(id => `${id} was never taken`))
  ]
  return {
    seed: wishes.seed,
    orders: load.plays.length,
    minutes: wishes.minutes,
    events: tellingEvents(load).length,
    deliveries: load.deliveries.length,
    attempts: sender.attempts(),
    answers: sender.answers(),
    faults,
    ...restartsOf(scene),
    lostByRedis: Object.fromEntries(
      Object.entries(settled.lostByRedis).map(([kind, ids]) => [kind, ids.length])
    ),
    swept: settled.swept,
    lettersRepeated: scene.mail.repeated(),
    announcementsRepeated: scene.shop.repeated(),
    longestOutageMs: sender.longestOutageMs(),
    longestPauseMs: Math.round(pauses.max / NANOSECONDS_A_MS),
    drainMs: settled.drainMs ?? null,
    judged: settled.judged,
    counts: countProblems(problems),
    problems,
    repeat: repeatLine(wishes)
  }
}

const restartsOf = ({ programs }: Scene) => ({
  restarts: programs.reduce((sum, program) => sum + program.starts() - 1, 0),
  endedByThemselves: programs.flatMap(program => program.endedByItself())
})

const loadLine = ({
  now,
  accepted,
  attempts,
  fault
}: Readonly<{ now: number; accepted: number; attempts: number; fault: string }>) =>
  `${Math.round(now / 1000)} s   ${accepted} events taken, ${attempts} attempts   ${fault}`

const drainLine = ({ events, letters, announcements, orders }: Open) =>
  `draining: ${events} events, ${letters} letters, ${announcements} announcements, ${orders} orders to settle`

function repeatLine({ orders, minutes, seed, asked, hasKey, lose }: Wishes): string {
  const losses = hasKey ? (lose === LOSE ? '' : ` --lose ${lose}`) : ' --without-key'
  const faults = asked === 'all' ? '' : ` --faults ${asked}`
  return `npm run drill -- --orders ${orders} --minutes ${minutes} --seed ${seed}${faults}${losses}`
}
