import type { Endpoint } from '@paidonce/stripe-api/look-at-endpoints'

/**
 * Which of the endpoints lead to us: those with the given URL. If none is given, those with the only URL that ends as ours
 * does, or with the only URL there is. Undefined: it cannot be told.
 */
export function ourEndpoints(
  all: readonly Endpoint[],
  url: string | undefined
): readonly Endpoint[] | undefined {
  if (url !== undefined) return all.filter(endpoint => sameUrl(endpoint.url) === sameUrl(url))
  const urls = [...new Set(all.map(endpoint => sameUrl(endpoint.url)))]
  const [ours, ...others] = urls.length === 1 ? urls : urls.filter(isLikeOurs)
  return others.length > 0 || (ours === undefined && urls.length > 0)
    ? undefined
    : all.filter(endpoint => sameUrl(endpoint.url) === ours)
}

const isLikeOurs = (url: string) => URL.canParse(url) && new URL(url).pathname.endsWith('/webhook')

/** One text for all ways to write the same URL. */
const sameUrl = (url: string) => (URL.canParse(url) ? new URL(url).href : url).replace(/\/$/, '')
