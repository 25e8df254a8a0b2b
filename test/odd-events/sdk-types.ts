import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES_OF_STRIPE = dirname(fileURLToPath(import.meta.resolve('stripe')))

/** The `type` of every event that the installed Stripe library has a type for. */
export function sdkEventTypes() {
  const files = readdirSync(TYPES_OF_STRIPE, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('/Events.d.ts') || name === 'Events.d.ts'
  )
  const types = files.flatMap(name => literalsIn(readFileSync(join(TYPES_OF_STRIPE, name), 'utf8')))
  const isThin = (type: string) => /^v\d+\./.test(type)
  return {
    snapshots: [...new Set(types.filter(type => !isThin(type)))],
    thin: [...new Set(types.filter(isThin))]
  }
}

/** What else has a `type` in those files has none with a dot. */
const literalsIn = (declarations: string) =>
  [...declarations.matchAll(/^\s+type: '([a-z0-9_]+(?:\.[a-z0-9_]+)+)';$/gm)].map(match => match[1] ?? '')
