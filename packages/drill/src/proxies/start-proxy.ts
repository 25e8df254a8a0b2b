import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Whether bytes go on to the other side. */
export type Fate = 'pass' | 'drop'

/** Looks at the bytes of one connection as they come by. */
export type Watch = Readonly<{
  fromClient?: (bytes: Buffer) => void
  fromServer?: (bytes: Buffer) => Fate
}>

export type Proxy = Awaited<ReturnType<typeof startProxy>>

/**
 * Stands between one program and one server on this machine, so that a fault can choose its moment. `target`: the server's port,
 * which is asked for with each connection.
 */
export async function startProxy(target: () => number, watch: () => Watch = () => ({})) {
  const pairs = new Set<readonly Socket[]>()
  let swallowing = false

  const server = createServer(client => {
    const upstream = connect(target(), '127.0.0.1')
    const pair = [client, upstream]
    pairs.add(pair)
    for (const socket of pair) {
      socket.setNoDelay()
      socket.on('error', () => undefined) // what is cut may be reset; `close` follows
      socket.on('close', () => {
        pairs.delete(pair)
        for (const either of pair) either.destroy()
      })
    }
    const { fromClient, fromServer } = watch()
    client.on('data', (bytes: Buffer) => {
      fromClient?.(bytes)
      upstream.write(bytes)
    })
    upstream.on('data', (bytes: Buffer) => {
      const fate = fromServer?.(bytes)
      if (!swallowing && fate !== 'drop') client.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const cut = () => {
    for (const socket of [...pairs].flat()) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    /** Ends every connection, without a word. */
    cut,
    /** From now on every reply is lost on its way. */
    swallow: () => {
      swallowing = true
    },
    /** Replies arrive again. A connection that lost some is of no use any more, and is cut. */
    stopSwallowing: () => {
      swallowing = false
      cut()
    },
    close: () => {
      server.close()
      cut()
    }
  }
}
