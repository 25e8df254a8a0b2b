import type { Attempt } from '@paidonce/stripe-twin/deliver/deliver'

/** One delivery that was not taken. Times are ms since the drill began. */
type Refused = Readonly<{ begun: number; answer: string }>

/** An event that was answered 2xx, and each time that it was. */
export type Taken = Readonly<{ type: string; times: readonly number[] }>

/** What the sender saw: which events got a 200 and when, what else came back, and for how long nothing was taken. */
export function createSenderLog(now: () => number) {
  const accepted = new Map<string, Taken>()
  const refused: Refused[] = []
  const answers: Record<string, number> = {}
  let attempts = 0
  let outageSince: number | undefined
  let longestOutageMs = 0

  return {
    note: ({ event, answer, tookMs, accepted: taken }: Attempt) => {
      const at = now()
      attempts += 1
      if (taken) {
        const before = accepted.get(event.id)?.times ?? []
        accepted.set(event.id, { type: event.type, times: [...before, at] })
        if (outageSince !== undefined) longestOutageMs = Math.max(longestOutageMs, at - outageSince)
        outageSince = undefined
        return
      }
      const said =
        answer.status === null ? answer.reason : [answer.status, answer.code].filter(Boolean).join(' ')
      answers[said] = (answers[said] ?? 0) + 1
      refused.push({ begun: at - tookMs, answer: said })
      outageSince ??= at - tookMs
    },
    attempts: () => attempts,
    accepted: (): ReadonlyMap<string, Taken> => accepted,
    /** Answers that were no 2xx, by what they said. */
    answers: () => answers,
    longestOutageMs: () => longestOutageMs,
    /** What was refused of the deliveries that began between these times. */
    refusedBetween: (from: number, to: number) => refused.filter(({ begun }) => begun >= from && begun <= to)
  }
}

export type SenderLog = ReturnType<typeof createSenderLog>
