import { connect } from 'node:net'

const patienceMs = 3_000

/** Throws when nothing listens at a Redis URL that the user gave. Says the host and port only: the URL may hold a password. */
export async function checkGiven(redisUrl: string): Promise<void> {
  const { host, port } = placeOf(redisUrl)
  const problem = await new Promise<string | undefined>(resolve => {
    const socket = connect({ host, port })
    const finish = (outcome: string | undefined) => {
      socket.destroy()
      resolve(outcome)
    }
    socket.setTimeout(patienceMs, () => finish('no answer'))
    socket.once('connect', () => finish(undefined))
    socket.once('error', (err: NodeJS.ErrnoException) => finish(err.code ?? 'no connection'))
  })
  if (problem === undefined) return
  throw new Error(
    `REDIS_URL names ${host}:${port}, where no Redis can be reached (${problem}): start it, or unset REDIS_URL`
  )
}

function placeOf(redisUrl: string): Readonly<{ host: string; port: number }> {
  if (!URL.canParse(redisUrl) || !/^rediss?:$/.test(new URL(redisUrl).protocol)) {
    throw new Error('REDIS_URL must be a redis:// or rediss:// URL')
  }
  const { hostname, port } = new URL(redisUrl)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) }
}
