import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRandom, shuffled } from '../../seed/random.ts'
import { listPage } from './list-page.ts'
import { merge } from './merge.ts'
import type { Place } from './place.ts'
import { createShelf, type Shelf } from './shelf.ts'

const placeOf = (place: Place) => place
const ALL_TIMES = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** Three of each second from 1 to 10, newest first; of one second the greatest id first. */
const ALL = Array.from({ length: 30 }, (_, index) => ({
  id: `evt_${String(29 - index).padStart(2, '0')}`,
  created: 10 - Math.floor(index / 3)
}))
const ids = (places: readonly Place[]) => places.map(({ id }) => id)

function fill(shelf: Shelf<Place>, places: readonly Place[]): Shelf<Place> {
  for (const place of places) shelf.put(place)
  return shelf
}

/** What reading page by page gives, and the number of pages. */
function readAll(source: Shelf<Place>, limit: number, created = ALL_TIMES) {
  const data: Place[] = []
  for (let pages = 1; ; pages++) {
    const page = { limit, startingAfter: data.at(-1)?.id ?? null, endingBefore: null }
    const { data: more, has_more } = listPage(source, page, { created, isWanted: () => true })
    data.push(...more)
    if (!has_more) return { data, pages }
  }
}

test('whatever order things are put in, a list is newest first, and of one second by id', () => {
  const shelf = fill(createShelf(placeOf), shuffled(createRandom('s'), ALL))
  assert.deepEqual(readAll(shelf, 7), { data: ALL, pages: 5 })
  assert.deepEqual(readAll(shelf, 10), { data: ALL, pages: 3 })
})

test('a page before one ends with the newer one beside it', () => {
  const shelf = fill(createShelf(placeOf), ALL)
  const list = (endingBefore: string, created = ALL_TIMES) =>
    listPage(shelf, { limit: 4, startingAfter: null, endingBefore }, { created, isWanted: () => true })
  assert.deepEqual(list(ALL[10]?.id ?? ''), { data: ALL.slice(6, 10), has_more: true })
  assert.deepEqual(list(ALL[3]?.id ?? ''), { data: ALL.slice(0, 3), has_more: false })
  assert.deepEqual(list(ALL[29]?.id ?? '', { from: 3, to: 3 }), { data: ALL.slice(21, 24), has_more: false })
})

for (const [from, to] of [
  [3, 5],
  [0, 1],
  [10, 99],
  [11, 99],
  [5, 4]
] as const) {
  test(`created from ${from} to ${to} has both ends, page by page`, () => {
    const expected = ALL.filter(({ created }) => created >= from && created <= to)
    assert.deepEqual(readAll(fill(createShelf(placeOf), ALL), 2, { from, to }).data, expected)
  })
}

test('of what is wanted a page is full, however much is passed over', () => {
  const shelf = fill(createShelf(placeOf), ALL)
  const isWanted = ({ created }: Place) => created % 5 === 0
  const list = (startingAfter: string | null) =>
    listPage(shelf, { limit: 4, startingAfter, endingBefore: null }, { created: ALL_TIMES, isWanted })
  assert.deepEqual(ids(list(null).data), ids(ALL.filter(isWanted).slice(0, 4)))
  assert.deepEqual(list(ALL.filter(isWanted)[3]?.id ?? ''), {
    data: ALL.filter(isWanted).slice(4),
    has_more: false
  })
})

test('of one id the last is kept', () => {
  const shelf = fill(createShelf(placeOf), [
    { id: 'a', created: 1 },
    { id: 'b', created: 2 },
    { id: 'a', created: 3 }
  ])
  assert.deepEqual(ids(readAll(shelf, 10).data), ['a', 'b'])
})

test('what is put again in its place is the new one there, and all others stay where they are', () => {
  const named = ALL.map(place => ({ ...place, name: 'old' }))
  const shelf = createShelf((kept: (typeof named)[number]) => kept)
  for (const kept of shuffled(createRandom('s'), named)) shelf.put(kept)
  const read = () => [...shelf.walk({ from: { created: 99, id: '' }, towards: 'older' }, {})]
  assert.deepEqual(read(), named)
  for (const nth of [0, 12, 29]) shelf.put({ ...(named[nth] as (typeof named)[number]), name: 'new' })
  assert.deepEqual(
    read(),
    named.map((kept, nth) => ([0, 12, 29].includes(nth) ? { ...kept, name: 'new' } : kept))
  )
})

test('a full shelf lets the oldest go', () => {
  const shelf = fill(createShelf(placeOf, 20), shuffled(createRandom('s'), ALL))
  const left = readAll(shelf, 100).data
  assert.ok(left.length <= 20 && left.length >= 15, String(left.length))
  assert.deepEqual(ids(left), ids(ALL.slice(0, left.length)))
  assert.equal(shelf.find(ALL[29]?.id ?? ''), undefined)
})

test('several shelves are read as one', () => {
  const [odd, even] = [0, 1].map(rest =>
    fill(
      createShelf(placeOf),
      ALL.filter((_, index) => index % 2 === rest)
    )
  )
  const all = merge(placeOf, () => [odd, even, createShelf(placeOf)] as Shelf<Place>[])
  assert.deepEqual(readAll({ ...all, put: () => undefined }, 7).data, ALL)
  const walk = { from: ALL[10] as Place, towards: 'newer' } as const
  assert.deepEqual([...all.walk(walk, {})], ALL.slice(0, 10).reverse())
  assert.deepEqual(all.find('evt_03'), { id: 'evt_03', created: 2 })
})
