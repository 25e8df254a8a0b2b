import { createServer } from 'node:net'

// Below the range the system takes outgoing connections' ports from (32768 on Linux, 49152 on macOS), so that
// a server can be stopped and started again on its port without an outgoing connection having taken it.
const lowest = 15_000
const highest = 32_000
const tries = 50

// A port is free until its server is up. Processes that ask meanwhile go through the ports from places of their own on.
const ownStretch = 67
let given = process.pid * ownStretch

/** A port of 127.0.0.1 on which nothing listens now, and another one each time. */
export async function freePort(): Promise<number> {
  for (let count = 0; count < tries; count += 1) {
    const port = lowest + (given++ % (highest - lowest))
    if (await isFree(port)) return port
  }
  throw new Error(`No free port found between ${lowest} and ${highest} in ${tries} tries`)
}

/** Whether a server could listen on this port of 127.0.0.1 now. */
export async function isFree(port: number): Promise<boolean> {
  return await new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
