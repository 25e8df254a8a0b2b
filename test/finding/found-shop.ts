import type { TestContext } from 'node:test'
import type { Ledger } from '@paidonce/ledger/pool'
import { ownLedger } from '../support/own-database.ts'

/*
 * A small shop: orders a to e of our own account, order a of a connected one, one day apart from 2026-05-01 on.
 */

export const SHOP = `
  insert into events (account, id, mode, type, session_id, payment_id, order_id, email, received, how, finished, failed,
                      attempts, error_code, error_text, code_version, payload)
  values
    ('', 'evt_a', 'test', 'checkout.session.completed', 'cs_a', 'pi_a', 'a', 'Ann@Shop.example', '2026-05-01', 'webhook', now(), null, 1, null, null, '1', '{"id": "evt_a"}'),
    ('', 'evt_b', 'test', 'checkout.session.completed', 'cs_b', 'pi_b', 'b', 'bea@shop.example', '2026-05-02', 'sweep', now(), null, 1, null, null, '1', null),
    ('', 'evt_c', 'test', 'toy.broken', 'cs_c', 'pi_c', 'c', null, '2026-05-03', 'webhook', null, '2026-05-03', 8, 'SQLSTATE_22001', 'refused', '1', null),
    ('', 'evt_d', 'test', 'toy.broken', 'cs_d', 'pi_d', 'd', null, '2026-05-04', 'webhook', null, null, 2, 'SQLSTATE_22001', 'refused again', '1', null),
    ('', 'evt_e', 'test', 'toy.broken', 'cs_e', 'pi_e', 'e', null, '2026-05-05', 'webhook', null, '2026-05-05', 8, 'UNKNOWN_EVENT_TYPE', 'newer', '2', null),
    ('', 'evt_r', 'test', 'refund.created', null, 'pi_a', null, 'ann@shop.example', '2026-05-06', 'webhook', now(), null, 1, null, null, '2', null),
    ('acct_1', 'evt_x', 'test', 'checkout.session.completed', 'cs_x', 'pi_x', 'a', 'Ann@Shop.example', '2026-05-07', 'webhook', now(), '2026-05-08', 8, 'SQLSTATE_23505', 'the replay failed', '2', null);
  insert into payments (account, id, order_id)
  values ('', 'pi_a', 'a'), ('', 'pi_b', 'b'), ('', 'pi_c', 'c'), ('acct_1', 'pi_x', 'a'), ('', 'pi_none', null);
  insert into facts (account, event_id, payment_id, kind, order_id, value)
  values
    ('', 'evt_a', 'pi_a', 'paid', 'a', '{"amount": 3000, "currency": "eur", "email": "Ann@Shop.example"}'),
    ('', 'evt_b', 'pi_b', 'completed', 'b', '{"amount": 500, "currency": "jpy", "email": null}'),
    ('', 'evt_r', 'pi_a', 'refund', null, '{"refund": "re_1", "amount": 3000, "status": "succeeded"}'),
    ('', 'evt_r', 'pi_a', 'dispute', null, '{"dispute": "du_1", "amount": 1, "currency": "eur", "status": "lost", "reason": null}'),
    ('', 'registration:d', '', 'registered', 'd', '{"amount": 700, "currency": "eur"}');
  insert into orders (account, id, status, refunded, dispute, paid_twice, mismatch, changed, unsettled)
  values
    ('', 'a', 'fulfilled', 3000, 'lost', '{}', '{}', '2026-05-01', false),
    ('', 'b', 'awaiting_payment', 0, null, '{}', '{}', '2026-05-02', false),
    ('', 'c', 'fulfilled', 0, null, '{pi_2}', '{}', '2026-05-03', false),
    ('', 'd', 'review', 0, null, '{}', '{amount_differs}', '2026-05-04', false),
    ('', 'e', 'pending', 0, null, '{}', '{}', '2026-05-05', true),
    ('acct_1', 'a', 'fulfilled', 0, null, '{}', '{}', '2026-05-07', false);
  insert into fulfilments (account, order_id, payment_id) values ('', 'a', 'pi_a'), ('acct_1', 'a', 'pi_x');
  insert into letters (account, payment_id, kind, order_id, status, owed, recipient, reason)
  values
    ('', 'pi_a', 'refunded', 'a', 'sent', '2026-05-01', 'Ann@Shop.example', null),
    ('', 'pi_b', 'payment_failed', 'b', 'owed', '2026-05-02', null, 'SMTP 450'),
    ('', 'pi_c', 'payment_failed', 'c', 'owed', '2026-05-03', null, null),
    ('', 'pi_d', 'payment_failed', 'd', 'given_up', '2026-05-04', 'dan@shop.example', 'SMTP 550'),
    ('acct_1', 'pi_x', 'refunded', 'a', 'withdrawn', '2026-05-05', null, 'no longer true');
  insert into missed_events (id, account, type, created, found, cause) values ('evt_b', '', 'checkout.session.completed', '2026-05-01', '2026-05-02', 'not_taken');
  insert into operator_actions (who, what, account, about, why) values ('ann', 'replay', '', 'evt_c', 'mended');`

export async function foundShop(t: TestContext): Promise<Ledger> {
  const ledger = await ownLedger(t)
  await ledger.pool.query(SHOP)
  return ledger
}
