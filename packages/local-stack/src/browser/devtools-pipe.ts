import type { Readable, Writable } from 'node:stream'

type Params = Readonly<Record<string, unknown>>
type Reply = Readonly<{
  id?: number
  method?: string
  sessionId?: string
  result?: Params
  error?: { message: string }
}>

/** The Chrome DevTools Protocol over the pipes of --remote-debugging-pipe: JSON, each ended by a NUL. */
export type DevTools = Readonly<{
  /** Rejects with what the browser objects to, after `deadlineMs`, or when the browser is gone. */
  call(method: string, params?: Params, sessionId?: string): Promise<Params>
  /** Resolves when the event comes, and rejects as `call` does. Ask before you do what causes it. */
  next(event: string, sessionId: string): Promise<void>
  /** Rejects everything that is asked and will be. */
  fail(error: Error): void
}>

type Waiting = Readonly<{ settle(reply: Reply): void; fail(error: Error): void }>

export function openDevTools(
  { input, output }: Readonly<{ input: Writable; output: Readable }>,
  deadlineMs: number
): DevTools {
  const waiting = new Map<string, Waiting>()
  let over: Error | undefined
  let calls = 0

  async function wait(key: string, what: string): Promise<Params> {
    if (over !== undefined) throw over
    return await new Promise<Params>((resolve, reject) => {
      const fail = (error: Error) => {
        clearTimeout(timer)
        waiting.delete(key)
        reject(error)
      }
      const timer = setTimeout(() => fail(new Error(`The browser gave no answer to ${what}`)), deadlineMs)
      timer.unref() // a running browser keeps us waiting anyway
      const settle = ({ result, error }: Reply) => {
        if (error !== undefined) return fail(new Error(`The browser refused ${what}: ${error.message}`))
        clearTimeout(timer)
        waiting.delete(key)
        resolve(result ?? {})
      }
      waiting.set(key, { settle, fail })
    })
  }

  function fail(error: Error): void {
    over ??= error
    for (const each of [...waiting.values()]) each.fail(error)
  }

  onEach(output, text => {
    const reply = JSON.parse(text) as Reply
    waiting.get(reply.id === undefined ? `${reply.sessionId} ${reply.method}` : `${reply.id}`)?.settle(reply)
  })
  // What the pipes complain of when the browser dies says less than its own last words, which its end brings.
  for (const pipe of [input, output]) pipe.on('error', () => undefined)

  return {
    call(method, params = {}, sessionId) {
      calls += 1
      const id = calls
      const answer = wait(`${id}`, method)
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      return answer
    },
    next: async (event, sessionId) => void (await wait(`${sessionId} ${event}`, event)),
    fail
  }
}

function onEach(output: Readable, take: (text: string) => void): void {
  let rest = ''
  output.setEncoding('utf8')
  output.on('data', (chunk: string) => {
    const texts = `${rest}${chunk}`.split('\0')
    rest = texts.pop() ?? ''
    for (const text of texts) take(text)
  })
}
