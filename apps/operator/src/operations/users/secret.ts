import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 bits of chance, for a cookie or an API token. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of it. Nobody guesses 256 bits, so a fast hash without salt is enough. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What the forms of one signed-in browser carry, and no other site can know: it follows from the cookie's secret. */
export const formTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('form').digest('base64url')
