import { commitOrIsolate } from './commit-or-isolate.ts'

type GroupCommitOptions<Item> = Readonly<{
  /** Commits all of them or none. */
  commit: (items: readonly Item[]) => Promise<void>
  /** How much room an item takes in the statement, roughly. */
  bytesOf: (item: Item) => number
  /** Of these errors none is an item's fault, and whoever comes behind it would wait as long: the rest of its batch has it, too. */
  endsBatch?: (error: unknown) => boolean
}>

type Entry<Item> = Readonly<{ item: Item; settle: PromiseWithResolvers }>
type PromiseWithResolvers = Readonly<{ resolve: () => void; reject: (error: unknown) => void }>

/** One transaction on its way and one being read by PostgreSQL keep both sides busy; more only collide. */
const LANES = 2
const MAX_ITEMS = 100
const MAX_BYTES = 1_048_576

/**
 * Group commit: whatever has been submitted when a transaction ends becomes the next one. No timer: an idle
 * worker commits at once, a busy one in larger batches, exactly as large as the load asks for.
 */
export function createGroupCommit<Item>({ commit, bytesOf, endsBatch }: GroupCommitOptions<Item>) {
  const waiting: Entry<Item>[] = []
  let lanes = 0

  /** Resolves once the item is committed; rejects with what was wrong with this item. */
  return function submit(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ item, settle: { resolve, reject } })
      // Not at once: what is submitted in the same turn belongs into the same batch.
      if (lanes < LANES) setImmediate(openLane)
    })
  }

  async function openLane() {
    if (lanes >= LANES) return
    lanes++
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) await commitBatch(batch)
    lanes--
  }

  async function commitBatch(batch: readonly Entry<Item>[]) {
    const outcomes = await commitOrIsolate(
      batch.map(({ item }) => item),
      commit,
      endsBatch
    )
    for (const [index, { settle }] of batch.entries()) {
      const outcome = outcomes[index]
      if (outcome === undefined) settle.resolve()
      else settle.reject(outcome.error)
    }
  }

  /** At least one if there is any, however large. */
  function takeBatch(): Entry<Item>[] {
    let bytes = 0
    const end = waiting.findIndex(({ item }, index) => {
      bytes += bytesOf(item)
      return index > 0 && (index >= MAX_ITEMS || bytes > MAX_BYTES)
    })
    return waiting.splice(0, end === -1 ? waiting.length : end)
  }
}
