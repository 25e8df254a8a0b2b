import type { Statement } from '../statement.ts'

/** Who paused a queue last, and when. It may run again since, or have been paused by another program. */
export type Pause = Readonly<{ queue: string; who: string; at: Date }>

export const lastPauses = (queues: readonly string[]): Statement<Pause> => ({
  name: 'last-pauses',
  text: `
    select distinct on (about) about as queue, who, at from operator_actions
    where about = any($1::text[]) and what = 'pause queue' and result = 'done'
    order by about, at desc`,
  values: [queues]
})
