import type { Server } from '../server.ts'
import type { OwnProcess } from './own-process.ts'

/** How to run one kind of server. `launch` resolves when the server answers. */
export type Launch = Readonly<{
  url: string
  port: number
  launch(): Promise<OwnProcess>
  /** Sends a signal where a plain one would miss the server or a part of it. */
  deliver?: (running: OwnProcess, signal: NodeJS.Signals) => void
}>

/** Starts a server and gives the handle to halt, kill and restart it by. */
export async function keepServer({ url, port, launch, deliver }: Launch): Promise<Server> {
  const listeners = new Set<(how: string) => void>()
  let running = await launch()
  let asked = false
  const watch = (watched: OwnProcess) => {
    asked = false
    void watched.ended.then(how => {
      if (watched === running && !asked) for (const listener of listeners) listener(how)
    })
  }
  const send = (signal: NodeJS.Signals) => {
    if (running.hasEnded()) return
    if (deliver === undefined) running.kill(signal)
    else deliver(running, signal)
  }
  const stop = async () => {
    asked = true
    send('SIGCONT')
    await running.stop()
  }
  watch(running)
  return {
    url,
    port,
    get pid() {
      return running.pid
    },
    kill(signal) {
      if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') asked = true
      send(signal)
    },
    stop,
    async restart() {
      await stop()
      running = await launch()
      watch(running)
    },
    onUnexpectedEnd: listener => void listeners.add(listener)
  }
}
