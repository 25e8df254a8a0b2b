/** The address as a browser would write it, or null if it is not one of http or https. */
export function webLink(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
