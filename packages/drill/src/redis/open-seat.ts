import { join } from 'node:path'
import { startRedis } from '@paidonce/local-stack/redis/start-redis'
import type { Server } from '@paidonce/local-stack/server'
import { startProxy } from '../proxies/start-proxy.ts'

type SeatOptions = Readonly<{
  /** Holds a folder for each server. */
  dir: string
  say: (line: string) => void
  signal: AbortSignal
  onStop: (name: string, stop: () => void | Promise<void>) => void
}>

/** A Redis, and where it keeps its data. */
export type Seated = Readonly<{ server: Server; folder: string }>

export type Seat = Awaited<ReturnType<typeof openSeat>>

/** Redis at an address that stays, whichever server sits there. */
export async function openSeat({ dir, say, signal, onStop }: SeatOptions) {
  let started = 0
  const startAnother = async (): Promise<Seated> => {
    const folder = join(dir, `redis-${++started}`)
    // Only `always` keeps every confirmed event through a crash of Redis.
    const server = await startRedis({ dir: folder, args: ['--appendfsync', 'always'], say, signal })
    onStop('Redis', server.stop)
    return { server, folder }
  }
  let seated = await startAnother()
  const port = () => seated.server.port
  const front = await startProxy(port)
  onStop("Redis's proxy", front.close)

  return {
    url: `redis://127.0.0.1:${front.port}`,
    /** Of the server that sits there now. */
    port,
    folder: () => seated.folder,
    kill: (signal: NodeJS.Signals) => seated.server.kill(signal),
    stop: () => seated.server.stop(),
    restart: () => seated.server.restart(),
    /** One more server, which nobody knows yet. */
    startAnother,
    /** From now on this one sits there. Connections to the one before end with it. */
    seat: (next: Seated) => {
      seated = next
    }
  }
}
