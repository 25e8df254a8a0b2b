import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

const TYPES = {
  'console.css': 'text/css; charset=utf-8',
  'console.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml'
} as const

type Name = keyof typeof TYPES

const names = Object.keys(TYPES) as Name[]
const contents = Object.fromEntries(
  names.map(name => [name, readFileSync(new URL(`../../assets/${name}`, import.meta.url))])
) as Readonly<Record<Name, Buffer>>

/** An address that is another one when the file is, so that browsers may keep it for ever. */
export const assetUrl = (name: Name): string =>
  `/assets/${name}?${createHash('sha256').update(contents[name]).digest('hex').slice(0, 12)}`

export function serveAssets(app: FastifyInstance): void {
  for (const name of names)
    app.get(`/assets/${name}`, { config: { allow: 'anyone' } }, async (_request, reply) =>
      reply
        .type(TYPES[name])
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(contents[name])
    )
}
