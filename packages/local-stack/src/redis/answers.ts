import { connect } from 'node:net'

const patienceMs = 1_000

/** Whether a Redis on this port of 127.0.0.1 answers and has read its data. */
export async function answers(port: number): Promise<boolean> {
  return await new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const finish = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(patienceMs, () => finish(false))
    socket.once('data', data => finish(data.toString().startsWith('+PONG'))) // "-LOADING" while it reads its data
    socket.once('error', () => finish(false))
    socket.once('close', () => finish(false))
  })
}
