import { waitUntil } from '../wait-until.ts'
import { lastLines } from './last-lines.ts'
import { type Command, type OwnProcess, ownProcess } from './own-process.ts'

type Readiness = Readonly<{
  isReady(running: OwnProcess): boolean | Promise<boolean>
  deadlineMs: number
  signal?: AbortSignal | undefined
}>

/** Starts a server and waits until it answers. When it does not, it is stopped and the error ends with its last lines. */
export async function launch(command: Command & { log: string }, readiness: Readiness): Promise<OwnProcess> {
  const running = await ownProcess(command)
  const { isReady, deadlineMs, signal } = readiness
  try {
    const state = await waitUntil(
      async () => (running.hasEnded() ? 'ended' : (await isReady(running)) && 'ready'),
      { deadlineMs, signal }
    )
    if (state === 'ready') return running
    const problem =
      state === 'ended'
        ? `ended at once (${await running.ended})`
        : `did not answer within ${deadlineMs / 1000} s`
    throw new Error(`${command.what} ${problem}. The end of ${command.log}:\n${lastLines(command.log)}`)
  } catch (err) {
    await running.stop()
    throw err
  }
}
