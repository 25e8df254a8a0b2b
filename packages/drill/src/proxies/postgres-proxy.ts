import { createTagReader } from './server-tags.ts'
import { startProxy } from './start-proxy.ts'
import { createTripwire } from './tripwire.ts'

/** A command that PostgreSQL has done, and which one of its transaction it is, counted from BEGIN as 1. */
export type Done = Readonly<{ tag: string; nth: number }>

/** A proxy that knows where a transaction stands. */
export async function startPostgresProxy(target: () => number) {
  const wire = createTripwire<Done>()
  const proxy = await startProxy(target, () => {
    const read = createTagReader()
    let nth = 0
    return {
      fromServer: bytes => {
        const fates = read(bytes).map(tag => {
          nth = tag === 'BEGIN' ? 1 : nth + 1
          return wire.touch({ tag, nth })
        })
        return fates.includes('drop') ? 'drop' : 'pass'
      }
    }
  })
  return { ...proxy, wire }
}
