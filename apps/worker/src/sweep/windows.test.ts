import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LONGEST_S, OVERLAP_S, STRIPE_KEEPS_S, windowOutOfReach, windowsToSweep } from './windows.ts'

const NOW = 1_800_000_000
const where = { account: '', checkpoint: null, unfinished: null, begin: NOW, now: NOW, after: 300 }

test('the next window overlaps the last one and ends before what may be on its way', () => {
  assert.deepEqual(windowsToSweep({ ...where, checkpoint: NOW - 600, begin: NOW - 7_200 }), [
    { account: '', since: NOW - 600 - OVERLAP_S, until: NOW - 300 }
  ])
})

test('what was not finished when it was compared is compared again, however old', () => {
  const begin = NOW - 7_200
  const [window] = windowsToSweep({ ...where, checkpoint: NOW - 600, unfinished: NOW - 5_000, begin })
  assert.deepEqual(window, { account: '', since: NOW - 5_000, until: NOW - 300 })
  const [young] = windowsToSweep({ ...where, checkpoint: NOW - 600, unfinished: NOW - 600, begin })
  assert.equal(young?.since, NOW - 600 - OVERLAP_S)
})

test('the first sweep begins where it is told to, and not in the future', () => {
  assert.deepEqual(windowsToSweep({ ...where, begin: NOW - 1_000 }), [
    { account: '', since: NOW - 1_000, until: NOW - 300 }
  ])
  assert.deepEqual(windowsToSweep(where), [{ account: '', since: NOW - 300, until: NOW - 300 }])
})

test('what is older than the first sweep’s beginning is not overlapped', () => {
  assert.deepEqual(windowsToSweep({ ...where, checkpoint: NOW - 600, begin: NOW - 610 }), [
    { account: '', since: NOW - 610, until: NOW - 300 }
  ])
})

test('windows leave no second out, none is long, and none older than Stripe keeps', () => {
  const asked = fc.record({
    account: fc.constant('acct_1'),
    checkpoint: fc.option(fc.integer({ min: NOW - 90 * 86_400, max: NOW + 7_200 })),
    unfinished: fc.option(fc.integer({ min: NOW - 90 * 86_400, max: NOW })),
    begin: fc.integer({ min: NOW - 90 * 86_400, max: NOW }),
    now: fc.constant(NOW + 0.7),
    after: fc.integer({ min: 0, max: 3_600 })
  })
  fc.assert(
    fc.property(asked, asked => {
      const windows = windowsToSweep(asked)
      const [first, last] = [windows[0], windows.at(-1)]
      assert.ok(first && last)
      assert.equal(last.until, NOW - asked.after)
      assert.ok(first.since >= NOW - STRIPE_KEEPS_S || first.since === last.until)
      const wished =
        asked.checkpoint === null ? asked.begin : Math.max(asked.begin, asked.checkpoint - OVERLAP_S)
      assert.ok(first.since <= Math.max(wished, NOW - STRIPE_KEEPS_S))
      for (const [index, { since, until }] of windows.entries()) {
        assert.ok(since <= until && until - since <= LONGEST_S)
        if (index > 0) assert.equal(since, windows[index - 1]?.until)
      }
    })
  )
})

test('what Stripe lists no more is out of reach, and said to be', () => {
  const checkpoint = NOW - 40 * 86_400
  assert.deepEqual(windowOutOfReach({ account: '', checkpoint, now: NOW }), {
    account: '',
    since: checkpoint,
    until: NOW - STRIPE_KEEPS_S
  })
  assert.equal(windowOutOfReach({ account: '', checkpoint: NOW - 86_400, now: NOW }), undefined)
  assert.equal(windowOutOfReach({ account: '', checkpoint: null, now: NOW }), undefined)
})
