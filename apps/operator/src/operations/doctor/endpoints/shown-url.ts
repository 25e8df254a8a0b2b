/** A URL without what may be a secret in it. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'an address that is none'
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}
