import assert from 'node:assert/strict'
import { test } from 'node:test'
import { soughtBy } from './sought.ts'

const SOUGHT: readonly (readonly [text: string, kind: string, value: string])[] = [
  ['evt_1Abc', 'event', 'evt_1Abc'],
  ['evt_1Abc-r12', 'event', 'evt_1Abc'],
  ['cs_test_a1', 'session', 'cs_test_a1'],
  ['cs_live_a1', 'session', 'cs_live_a1'],
  ['pi_3N', 'payment', 'pi_3N'],
  ['ch_3N', 'payment', 'ch_3N'],
  ['py_3N', 'payment', 'py_3N'],
  ['re_3N', 'about', 're_3N'],
  ['pyr_3N', 'about', 'pyr_3N'],
  ['du_1', 'about', 'du_1'],
  ['dp_1', 'about', 'dp_1'],
  ['issfr_1', 'about', 'issfr_1'],
  ['prv_1', 'about', 'prv_1'],
  ['Ann@Shop.example', 'email', 'Ann@Shop.example'],
  ['1001', 'order', '1001'],
  ['  1001\n', 'order', '1001'],
  ['"1001"', 'order', '1001'],
  ['<ann@shop.example>', 'email', 'ann@shop.example'],
  ['https://dashboard.stripe.com/test/payments/pi_3N?tab=x#y', 'payment', 'pi_3N'],
  ['https://dashboard.stripe.com/events/evt_1/', 'event', 'evt_1'],
  ['https://shop.example/orders/7', 'order', 'https://shop.example/orders/7'],
  ['order of ann@shop.example', 'order', 'order of ann@shop.example'],
  ['@', 'order', '@'],
  ['a@b@c', 'order', 'a@b@c'],
  ['evt_', 'order', 'evt_'],
  ['evt_1 or 1=1', 'order', 'evt_1 or 1=1'],
  ['PI_1', 'order', 'PI_1'],
  ['pick_1', 'order', 'pick_1'],
  ['"', 'order', '"'],
  ['\0', 'order', '\0']
]

for (const [text, kind, value] of SOUGHT) {
  test(`${JSON.stringify(text)} is looked for as ${kind}`, () => {
    assert.deepEqual(soughtBy(text), { kind, value })
  })
}

test('nothing is looked for where nothing is given', () => {
  for (const text of ['', '  ', '\n', '""', '" "']) assert.equal(soughtBy(text), undefined)
})
