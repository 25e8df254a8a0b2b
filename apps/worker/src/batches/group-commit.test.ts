import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGroupCommit } from './group-commit.ts'

/** A commit that goes on only when the test lets it. */
function heldCommits() {
  const batches: string[][] = []
  const gates: (() => void)[] = []
  return {
    batches,
    open: () => gates.shift()?.(),
    commit: (items: readonly string[]) => {
      batches.push([...items])
      return new Promise<void>(resolve => gates.push(resolve))
    }
  }
}

const turn = () => new Promise(resolve => setImmediate(resolve))
const turns = async () => {
  for (let n = 0; n < 5; n++) await turn()
}
const small = () => 1

test('an idle worker commits at once', async () => {
  const { batches, open, commit } = heldCommits()
  const committed = createGroupCommit({ commit, bytesOf: small })('a')
  await turns()
  assert.deepEqual(batches, [['a']])
  open()
  await committed
})

test('what is submitted while two batches are on their way becomes the next batch', async () => {
  const { batches, open, commit } = heldCommits()
  const submit = createGroupCommit({ commit, bytesOf: small })
  const all = [submit('a')]
  await turns()
  all.push(submit('b'))
  await turns()
  all.push(submit('c'), submit('d'), submit('e'))
  await turns()
  assert.deepEqual(batches, [['a'], ['b']])

  open()
  await turns()
  assert.deepEqual(batches, [['a'], ['b'], ['c', 'd', 'e']])
  open()
  open()
  await Promise.all(all)
})

test('an item is resolved only when its own batch is committed', async () => {
  const { open, commit } = heldCommits()
  let isCommitted = false
  const committed = createGroupCommit({ commit, bytesOf: small })('a').then(() => {
    isCommitted = true
  })
  await turns()
  assert.equal(isCommitted, false)
  open()
  await committed
  assert.equal(isCommitted, true)
})

test('a batch holds at most a hundred items', async () => {
  const sizes: number[] = []
  const commit = async (items: readonly number[]) => void sizes.push(items.length)
  const submit = createGroupCommit({ commit, bytesOf: small })
  await Promise.all(Array.from({ length: 250 }, (_, n) => submit(n)))
  assert.deepEqual(sizes.sort(), [100, 100, 50])
})

test('a batch holds at most a megabyte, but always one item', async () => {
  const batches: number[][] = []
  const commit = async (items: readonly number[]) => void batches.push([...items])
  const submit = createGroupCommit({ commit, bytesOf: (bytes: number) => bytes })
  await Promise.all([submit(5_000_000), submit(600_000), submit(600_000), submit(400_000)])
  assert.deepEqual(batches, [[5_000_000], [600_000], [600_000, 400_000]])
})

test('only the item that is at fault is rejected', async () => {
  const commit = async (items: readonly string[]) => {
    if (items.includes('bad')) throw new Error(`refused ${items.length}`)
  }
  const submit = createGroupCommit({ commit, bytesOf: small })
  const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map(submit))
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled']
  )
})
