import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commitOrIsolate } from './commit-or-isolate.ts'

test('whichever items are at fault, just these have errors, and each good one is committed once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async faults => {
      const committed: number[] = []
      const commit = async (items: readonly number[]) => {
        if (items.some(item => faults[item])) throw new Error('at fault')
        committed.push(...items)
      }
      const outcomes = await commitOrIsolate([...faults.keys()], commit)
      assert.deepEqual(
        outcomes.map(outcome => outcome !== undefined),
        faults
      )
      assert.deepEqual(
        committed.sort((a, b) => a - b),
        [...faults.keys()].filter(item => !faults[item])
      )
    })
  )
})

test('items that only collide with one another are committed one by one', async () => {
  const commit = async (items: readonly string[]) => {
    if (items.length > 1) throw new Error('deadlock')
  }
  assert.deepEqual(await commitOrIsolate(['a', 'b'], commit), [undefined, undefined])
})

test('an error that ends all is that of everything behind it, and none of that is tried', async () => {
  const locked = new Error('locked')
  const tried: string[] = []
  const commit = async (items: readonly string[]) => {
    tried.push(items.join())
    if (items.includes('b')) throw locked
  }
  const outcomes = await commitOrIsolate(['a', 'b', 'c', 'd'], commit, error => error === locked)
  assert.deepEqual(outcomes, [undefined, { error: locked }, { error: locked }, { error: locked }])
  assert.deepEqual(tried, ['a,b,c,d', 'a', 'b'])
})
