import { ApiError, badRequest } from './api-error.ts'

/** Which part of a list is asked for, by docs.stripe.com/api/pagination. */
export type Page = Readonly<{ limit: number; startingAfter: string | null; endingBefore: string | null }>

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 100

/** Throws ApiError. */
export function readPage(query: URLSearchParams): Page {
  const page = {
    limit: limitOf(query.get('limit')),
    startingAfter: query.get('starting_after'),
    endingBefore: query.get('ending_before')
  }
  if (page.startingAfter !== null && page.endingBefore !== null)
    throw badRequest(
      'Give one of starting_after and ending_before, not both.',
      'ending_before',
      'parameters_exclusive'
    )
  return page
}

function limitOf(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT
  const limit = Number(text)
  if (/^\d+$/.test(text) && limit >= 1 && limit <= MAX_LIMIT) return limit
  throw badRequest(
    `Invalid integer: limit must be a whole number from 1 to ${MAX_LIMIT}.`,
    'limit',
    'parameter_invalid_integer'
  )
}

/** The part asked for, in the order of the list, and whether there is more in the direction of reading. Throws ApiError. */
export function pageOf<Listed extends Readonly<{ id: string }>>(
  all: readonly Listed[],
  { limit, startingAfter, endingBefore }: Page
): Readonly<{ data: readonly Listed[]; has_more: boolean }> {
  if (endingBefore !== null) {
    const end = placeOf(all, endingBefore, 'ending_before')
    const start = Math.max(0, end - limit)
    return { data: all.slice(start, end), has_more: start > 0 }
  }
  const start = startingAfter === null ? 0 : placeOf(all, startingAfter, 'starting_after') + 1
  return { data: all.slice(start, start + limit), has_more: start + limit < all.length }
}

function placeOf(all: readonly Readonly<{ id: string }>[], id: string, param: string): number {
  const place = all.findIndex(listed => listed.id === id)
  if (place !== -1) return place
  throw new ApiError(`No such item: '${id.slice(0, 100)}'`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'resource_missing',
    param
  })
}
