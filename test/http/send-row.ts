import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { connectRaw } from '../support/raw-http.ts'
import { type Answer, answersIn } from './answers-in.ts'
import { delivery, type Row, textOf } from './request.ts'

/** Sends a row, checks how it was answered, and that the connection is afterwards what the row says. */
export async function sendRow(t: TestContext, port: number, row: Row, events: Events): Promise<void> {
  const connection = await connectRaw(t, port)
  for (const part of row.parts(events.odd)) await connection.flush(part)
  if (row.ending !== undefined) connection.leave(row.ending)

  if (row.connection === 'closed') {
    assert.deepEqual(answersIn(await connection.closed).map(describe), row.answers)
    return
  }
  // The next delivery on it must get the next answer: nothing of the row is left over, and nothing hid in it.
  await connection.arrives(text => answersIn(text).length >= row.answers.length)
  connection.send(delivery(textOf(events.next), ['connection: close']))
  assert.deepEqual(answersIn(await connection.closed).map(describe), [...row.answers, '200'])
}

/** The row's own event, and one that follows on the same connection if that goes on. */
type Events = Readonly<{ odd: StripeEvent; next: StripeEvent }>

const describe = ({ status, body }: Answer) =>
  [status, body.match(/^\{"error":"(\w+)"\}$/)?.[1]].filter(Boolean).join(' ')
