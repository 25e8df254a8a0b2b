/** Where the console shows a letter. */
export const letterUrl = (id: string, action = ''): string => `/letters/${encodeURIComponent(id)}${action}`
