import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'

const own = (name: string) => new URL(`../../assets/${name}`, import.meta.url)
const foreign = createRequire(import.meta.url)

const FILES = {
  'console.css': { type: 'text/css; charset=utf-8', from: own('console.css') },
  'console.js': { type: 'text/javascript; charset=utf-8', from: own('console.js') },
  'api.js': { type: 'text/javascript; charset=utf-8', from: own('api.js') },
  'icon.svg': { type: 'image/svg+xml', from: own('icon.svg') },
  'swagger-ui.css': {
    type: 'text/css; charset=utf-8',
    from: foreign.resolve('@fastify/swagger-ui/static/swagger-ui.css')
  },
  'swagger-ui.js': {
    type: 'text/javascript; charset=utf-8',
    from: foreign.resolve('@fastify/swagger-ui/static/swagger-ui-bundle.js')
  }
} as const

type Name = keyof typeof FILES

const names = Object.keys(FILES) as Name[]
const contents = Object.fromEntries(names.map(name => [name, readFileSync(FILES[name].from)])) as Readonly<
  Record<Name, Buffer>
>
const marks = Object.fromEntries(
  names.map(name => [name, createHash('sha256').update(contents[name]).digest('hex').slice(0, 12)])
) as Readonly<Record<Name, string>>

/** An address that is another one when the file is, so that browsers may keep it for ever. */
export const assetUrl = (name: Name): string => `/assets/${name}?${marks[name]}`

export function serveAssets(app: FastifyInstance): void {
  for (const name of names)
    app.get(`/assets/${name}`, { config: { allow: 'anyone' } }, async (_request, reply) =>
      reply
        .type(FILES[name].type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(contents[name])
    )
}
