/** The address as a browser would write it, or null if it is not one of http or https. */
export function webLink(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/** The same for what a letter loads by itself: https alone, for everything else is blocked or can be changed on its way. */
export const secureLink = (address: string): string | null =>
  webLink(address)?.startsWith('https:') ? webLink(address) : null
