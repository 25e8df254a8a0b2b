import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gaps } from '@paidonce/operator/cli/gaps'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { runOperator } from '../support/run-operator.ts'

const MISSED = `
  insert into sweeps (account, since, until, listed, missed)
  values ('', '2026-05-01', '2026-05-02 12:00', 12000, 3), ('', '2026-05-02 11:00', '2026-05-02 12:03:10', 582, 0);
  insert into events (account, id, mode, type, order_id, received, how, finished, failed, attempts, code_version)
  values ('', 'evt_a', 'test', 'checkout.session.completed', '1001', '2026-05-02', 'sweep', '2026-05-02', null, 1, '1'),
         ('', 'evt_b', 'test', 'checkout.session.async_payment_succeeded', null, '2026-05-02', 'sweep', null, '2026-05-02', 8, '1');
  insert into missed_events (id, account, type, created, found, cause)
  values ('evt_a', '', 'checkout.session.completed', '2026-05-01 09:00', '2026-05-01 12:00', 'not_taken'),
         ('evt_b', '', 'checkout.session.async_payment_succeeded', '2026-05-01 11:50', '2026-05-01 12:00', 'not_taken'),
         ('evt_c', '', 'charge.refunded', now() - interval '1 day', now() - interval '1 day', 'endpoint_disabled')`

test('gaps says each cause once, with what was missing below in columns, and counts as it is', async t => {
  const DATABASE_URL = await ownDatabase(t)
  await openLedger(t, DATABASE_URL).pool.query(MISSED)
  const { code, out } = await runOperator(gaps, [], { DATABASE_URL })
  assert.equal(code, 1)
  assert.deepEqual(out.replace(/\n {4}\S+ \S+( {2}0 s)/, '\n    …$1').split('\n'), [
    'gap 2 as of 2026-05-02 12:03:10 UTC, which is too long ago',
    '  3 were missing, of 12,582 looked at in 2 windows of the last month, which overlap',
    '',
    'what was missing, by its likely cause',
    '',
    '  endpoint disabled',
    '    Every endpoint that wants this type is disabled at Stripe: enable it there.',
    '    created              late by  state    event  type',
    '    …  0 s      WAITING  evt_c  charge.refunded',
    '',
    '  not taken: unreachable, 400 (secret) or 503',
    '    Stripe sent them and got no 2xx: not reachable, or answered 400 (signing secret) or 503. Their',
    '    pages at Stripe show the answers.',
    '    created              late by  state              event  type                                      order',
    '    2026-05-01 11:50:00  10 min   FAILED             evt_b  checkout.session.async_payment_succeeded',
    '    2026-05-01 09:00:00  3 h      finished by sweep  evt_a  checkout.session.completed                1001'
  ])
})
