import type { Statement } from '../statement.ts'

/** How far a rebuild has come. */
export type RebuildProgress = Readonly<{
  id: string
  started: Date
  after: string
  looked: number
  changed: number
}>

const COLUMNS = `id, started, after, looked::float8 as looked, changed::float8 as changed`

/** The newest rebuild of the same that did not come to its end. */
export const findRebuild = (asked: string): Statement<RebuildProgress> => ({
  name: 'find-rebuild',
  text: `select ${COLUMNS} from rebuilds where finished is null and asked = $1 order by started desc limit 1`,
  values: [asked]
})

export const beginRebuild = (asked: string): Statement<RebuildProgress> => ({
  name: 'begin-rebuild',
  text: `insert into rebuilds (asked) values ($1) returning ${COLUMNS}`,
  values: [asked]
})

export const keepProgress = ({
  id,
  after,
  looked,
  changed
}: Omit<RebuildProgress, 'started'>): Statement => ({
  name: 'keep-progress',
  text: 'update rebuilds set after = $2, looked = $3, changed = $4 where id = $1',
  values: [id, after, looked, changed]
})

export const finishRebuild = (id: string): Statement => ({
  name: 'finish-rebuild',
  text: 'update rebuilds set finished = clock_timestamp() where id = $1',
  values: [id]
})

/** Whether rules newer than these have settled an order. */
export const findNewerRules = (version: number): Statement => ({
  name: 'find-newer-rules',
  text: 'select from orders where settled_by > $1 limit 1',
  values: [version]
})

/** Nobody goes on with those of the same that were begun. */
export const abandonRebuilds = (asked: string): Statement => ({
  name: 'abandon-rebuilds',
  text: 'update rebuilds set finished = clock_timestamp() where finished is null and asked = $1',
  values: [asked]
})
