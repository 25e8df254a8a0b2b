import type { Statement } from '../statement.ts'

/** So long nobody else goes on with a replay after its runner was heard of last. */
const LEASE_S = 15

export type Leased = Readonly<{ id: string; pace: number; skipsLetters: boolean }>

/** Takes or keeps a replay for one runner. Gives no row if it is over, aborted, or another's. */
export const leaseReplay = (id: string, runner: string): Statement<Leased> => ({
  name: 'lease-replay',
  text: `
    update replays set runner = $2, leased = now() + interval '${LEASE_S} s'
    where id = $1 and finished is null and aborted is null and (runner = $2 or leased is null or leased < now())
    returning id, pace, skips_letters as "skipsLetters"`,
  values: [id, runner]
})

/** Whoever stops in good order leaves it to the next at once. */
export const leaveReplay = (id: string, runner: string): Statement => ({
  name: 'leave-replay',
  text: 'update replays set leased = null where id = $1 and runner = $2',
  values: [id, runner]
})

/** Replays that nobody is at. */
export const openReplays = (): Statement<{ id: string }> => ({
  name: 'open-replays',
  text: 'select id from replays where finished is null and aborted is null and (leased is null or leased < now()) order by id',
  values: []
})

export const finishReplay = (id: string): Statement => ({
  name: 'finish-replay',
  text: 'update replays set finished = clock_timestamp() where id = $1 and finished is null',
  values: [id]
})

/** What is not queued yet never is. Gives no row if it was over already. */
export const abortReplay = (id: string): Statement<{ id: string }> => ({
  name: 'abort-replay',
  text: 'update replays set aborted = clock_timestamp() where id = $1 and finished is null and aborted is null returning id',
  values: [id]
})

/** Nobody goes on with it until somebody resumes it by hand; whoever is at it stops behind its portion. */
export const pauseReplay = (id: string): Statement => ({
  name: 'pause-replay',
  text: `update replays set runner = 'paused', leased = 'infinity' where id = $1 and finished is null and aborted is null`,
  values: [id]
})

export const resumeReplay = (id: string): Statement => ({
  name: 'resume-replay',
  text: `update replays set leased = null where id = $1 and runner = 'paused'`,
  values: [id]
})
