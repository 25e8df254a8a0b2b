import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { waitUntil } from '@paidonce/local-stack/wait-until'
import { checkPlays, isRight } from '@paidonce/stripe-twin/check/check-plays'
import { type Delivery, deliver } from '@paidonce/stripe-twin/deliver/deliver'
import type { Play } from '@paidonce/stripe-twin/sequences/play'
import { verdictLines } from '@paidonce/stripe-twin/trigger/check-lines'
import type { Stage } from './set-stage.ts'

/** Only a broken release is slower. */
const DEADLINE_MS = 60_000
const LOOK_EVERY_MS = 100

/** Delivers as Stripe does, and waits for what must come of it. Everything here fails at the first complaint, and says it. */
export function createWatch(stage: Stage) {
  const acceptedIds = new Set<string>()

  const complain = async () => {
    const complaint = await stage.complaint()
    if (complaint !== undefined) throw new Error(complaint)
  }
  const until = async (what: string, look: () => Promise<boolean>) => {
    const isSo = await waitUntil(
      async () => {
        await complain()
        return await look()
      },
      { deadlineMs: DEADLINE_MS }
    )
    if (!isSo) throw new Error(`held for ever: ${what}`)
  }

  return {
    until,
    tell: async (deliveries: readonly Delivery[]) => {
      const report = await deliver(stage.target, deliveries, { retryForMs: 10_000 })
      for (const { accepted, answer } of report.delivered)
        assert.ok(accepted, `not taken: ${JSON.stringify(answer)}`)
      for (const id of report.acceptedIds) acceptedIds.add(id)
    },
    /** Every event that was accepted stands finished in the ledger. */
    finished: () =>
      until('accepted events that are not finished', async () => {
        const asked = { orderIds: [], eventIds: [...acceptedIds] }
        return (await stage.books.readOutcomes(asked)).unfinished.length === 0
      }),
    /** These orders are as the twin says they must be, nothing waits and nothing failed. */
    allRight: async (plays: readonly Play[]) => {
      const begun = performance.now()
      const look = await checkPlays(stage.books, {
        plays,
        acceptedIds,
        failedBefore: 0,
        deadlineMs: DEADLINE_MS,
        now: () => performance.now(),
        wait: async () => {
          await complain()
          await wait(LOOK_EVERY_MS)
        }
      })
      await complain()
      const verdict = verdictLines(look, acceptedIds.size, performance.now() - begun)
      assert.ok(isRight(look), verdict.map(line => line.map(textOf).join('')).join('\n'))
    }
  }
}

const textOf = (part: string | readonly [string, string]) => (typeof part === 'string' ? part : part[1])
