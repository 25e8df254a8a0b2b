/** Where the console shows an event. */
export const eventUrl = (id: string): string => `/events/${encodeURIComponent(id)}`
