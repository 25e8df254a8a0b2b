import { ApiError } from '../http/api-error.ts'
import type { Page } from '../http/read-page.ts'
import { after, before, byPlace, type Place } from './place.ts'
import type { Source, Wish } from './source.ts'

/** What a list shall hold: created from one second to another, both included. */
export type Selection<Kept> = Wish &
  Readonly<{ created: Readonly<{ from: number; to: number }>; isWanted: (kept: Kept) => boolean }>

type Listed<Kept> = Readonly<{ data: readonly Kept[]; has_more: boolean }>

/** One page of a list, newest first, and whether there is more in the direction of reading. Throws ApiError. */
export function listPage<Kept>(
  source: Source<Kept>,
  page: Page,
  { created, isWanted, ...wish }: Selection<Kept>
): Listed<Kept> {
  const towards = page.endingBefore === null ? 'older' : 'newer'
  const [first, last] =
    towards === 'older'
      ? [before(created.to), after(created.from)]
      : [after(created.from), before(created.to)]
  const isPast = (place: Place) => byPlace(place, last) * (towards === 'older' ? 1 : -1) > 0
  const cursor = cursorIn(source, page)
  const isLater = cursor !== undefined && byPlace(cursor, first) * (towards === 'older' ? 1 : -1) > 0

  const data: Kept[] = []
  for (const kept of source.walk({ from: isLater ? cursor : first, towards }, wish)) {
    if (isPast(source.placeOf(kept))) break
    if (!isWanted(kept)) continue
    if (data.length === page.limit) return { data: inOrder(data, towards), has_more: true }
    data.push(kept)
  }
  return { data: inOrder(data, towards), has_more: false }
}

const inOrder = <Kept>(data: Kept[], towards: 'older' | 'newer') =>
  towards === 'older' ? data : data.reverse()

function cursorIn<Kept>(source: Source<Kept>, { startingAfter, endingBefore }: Page): Place | undefined {
  const id = startingAfter ?? endingBefore
  if (id === null) return undefined
  const kept = source.find(id)
  if (kept !== undefined) return source.placeOf(kept)
  throw new ApiError(`No such item: '${id.slice(0, 100)}'`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: startingAfter === null ? 'ending_before' : 'starting_after'
  })
}
