import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { TestContext } from 'node:test'
import { eventually } from '../../support/eventually.ts'

type Surroundings = Readonly<{ cwd: string; env: Readonly<Record<string, string>> }>

/** Types commands as a reader of the documents does: each in a terminal of its own. */
export function openTerminals(t: TestContext, { cwd, env }: Surroundings) {
  function type(command: string) {
    // A group of its own, which Ctrl-C reaches as a whole.
    const child = spawn('sh', ['-c', command], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        said += text
      })
    }
    const press = (signal: NodeJS.Signals) => {
      try {
        process.kill(-(child.pid ?? 0), signal)
      } catch {
        // all of it has ended
      }
    }
    t.after(() => press('SIGKILL'))
    const ended: Promise<number | null> = once(child, 'close').then(([code]) => code)
    return {
      ended,
      /** Resolves with all that it said, once that matches. Fails at once when it ends without. */
      says: async (pattern: RegExp) => {
        const look = () => assert.match(said, pattern)
        await Promise.race([eventually(look, 120_000), ended.then(look)])
        return said
      },
      /** Resolves with all that it said. */
      ctrlC: async () => {
        press('SIGINT')
        await ended
        return said
      },
      said: () => said
    }
  }

  return {
    type,
    /** Types it and waits for its end, which must be a good one. */
    run: async (command: string): Promise<string> => {
      const { ended, said } = type(command)
      assert.equal(await ended, 0, `${command}\n${said()}`)
      return said()
    }
  }
}
