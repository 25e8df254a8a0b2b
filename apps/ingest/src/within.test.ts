import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from './within.ts'

test('work that ends in time ends as it does, and holds nothing open', async () => {
  assert.equal(await within(2 ** 30, Promise.resolve('done')), 'done')
  await assert.rejects(within(2 ** 30, Promise.reject(new Error('broken'))), /broken/)
})

test('work that never ends is given up', async () => {
  await assert.rejects(within(1, new Promise<never>(() => undefined)), { code: 'TOOK_TOO_LONG' })
})
