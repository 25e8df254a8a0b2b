import type { Statement } from '../statement.ts'

/** In seconds. `checkpoint`: everything up to here was compared. `firstReceived`: the first event that ever came. */
export type Checkpoint = Readonly<{ checkpoint: number | null; firstReceived: number | null }>

export const readCheckpoint = (account: string): Statement<Checkpoint> => ({
  name: 'read-checkpoint',
  text: `
    select (select extract(epoch from max(until))::float8 from sweeps where account = $1 and error is null) as checkpoint,
           (select floor(extract(epoch from min(received)))::float8 from events) as "firstReceived"`,
  values: [account]
})
