import { eventUrl } from '../events/event-url.ts'
import { When } from '../parts/when.tsx'

/** Which events a replay was asked for, as it was kept. */
export const AskedFor = ({ asked }: Readonly<{ asked: unknown }>) => {
  const { ids = [], filter = {}, limit } = asked as Asked
  const [only, ...more] = ids
  if (only !== undefined && more.length === 0) return <a href={eventUrl(only)}>{only}</a>
  if (only !== undefined) return <>{ids.length} chosen events</>
  const words = Object.entries({ ...filter, limit }).filter(([, value]) => value !== undefined)
  return (
    <>
      {words.map(([name, value]) => (
        <span key={name} class="one">
          <small>{NAMES[name] ?? name}</small>{' '}
          {TIMES.includes(name) ? <When at={String(value)} /> : String(value)}
        </span>
      ))}
    </>
  )
}

type Asked = Readonly<{
  ids?: readonly string[]
  filter?: Readonly<Record<string, unknown>>
  limit?: number
}>

const TIMES: readonly string[] = ['since', 'until']

const NAMES: Readonly<Record<string, string>> = {
  codeVersion: 'release',
  since: 'from',
  until: 'before',
  limit: 'at most'
}
