import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type Backend = Readonly<{ port: number; healthPort: number }>

const LOOK_EVERY_MS = 100
const LOOK_WITHIN_MS = 1_000
const ANSWER_WITHIN_MS = 6_000

/** So many looks in a row must go unanswered before a backend is given up; one that says that it is not ready is believed. */
const SILENCES = 2

/** Spreads deliveries over the ingests that say on `/readyz` that they are ready. What one of them could not answer is not repeated. */
export async function startBalancer(backends: readonly Backend[]) {
  const stop = new AbortController()
  const ready = new Set<Backend>()
  let turn = 0

  const silences = new Map<Backend, number>()
  const look = async (backend: Backend) => {
    const seen = await readinessOf(backend)
    const silent = seen === 'silent' ? (silences.get(backend) ?? 0) + 1 : 0
    silences.set(backend, silent)
    if (seen === 'ready') ready.add(backend)
    else if (seen === 'unready' || silent >= SILENCES) ready.delete(backend)
  }
  await Promise.all(backends.map(look)) // nobody is turned away for want of a first look
  const looking = backends.map(async backend => {
    while (!stop.signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined)
      await look(backend)
    }
  })

  /** The next in turn comes first; the others are asked only if it takes no connection. */
  const inTurn = () => {
    const now = backends.filter(backend => ready.has(backend))
    turn += 1
    return now.map((_, index) => now[(turn + index) % now.length] as Backend)
  }
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('error', () => undefined)
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => pass(incoming, Buffer.concat(chunks), outgoing, inTurn()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    close: async () => {
      stop.abort()
      server.close()
      server.closeAllConnections()
      await Promise.all(looking)
    }
  }
}

/** `silent`: it takes connections and says nothing, as a frozen program does, and a busy machine for a moment. */
async function readinessOf({ healthPort }: Backend): Promise<'ready' | 'unready' | 'silent'> {
  try {
    const signal = AbortSignal.timeout(LOOK_WITHIN_MS)
    const answer = await fetch(`http://127.0.0.1:${healthPort}/readyz`, { signal })
    await answer.body?.cancel()
    return answer.ok ? 'ready' : 'unready'
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'silent' : 'unready'
  }
}

function pass(
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
  [backend, ...others]: readonly Backend[]
): void {
  const refuse = (status: number) => {
    if (!outgoing.headersSent) outgoing.writeHead(status)
    outgoing.end()
  }
  if (backend === undefined) {
    refuse(503)
    return
  }

  const { method, url, headers } = incoming
  // A connection of its own for each delivery: one kept open may be closed just as the delivery is sent.
  const sent = request(
    {
      host: '127.0.0.1',
      port: backend.port,
      method,
      path: url,
      headers,
      agent: false,
      timeout: ANSWER_WITHIN_MS
    },
    answer => {
      const { connection: _own, ...kept } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, kept)
      answer.on('error', () => outgoing.destroy())
      answer.pipe(outgoing)
    }
  )
  sent.on('timeout', () => sent.destroy(new Error('no answer')))
  sent.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') pass(incoming, body, outgoing, others)
    else refuse(502)
  })
  sent.end(body)
}
