import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf, readSources, type Source } from './support/sources.ts'

/** A client library may be imported only below a folder named after the system it talks to. */
const HOME_OF = {
  stripe: ['stripe', 'stripe-api', 'stripe-twin'],
  bullmq: ['redis'],
  ioredis: ['redis'],
  pg: ['postgres', 'ledger'],
  'node-pg-migrate': ['ledger'],
  nodemailer: ['smtp'],
  'smtp-server': ['mail'],
  mailparser: ['mail'],
  mjml: ['mjml'],
  '@xterm/headless': ['xterm'],
  fastify: ['http'],
  'playwright-core': ['browser']
} as const

/** What each room may import of ours. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  'packages/shared': [],
  'packages/core': ['shared'],
  'packages/ledger': ['shared', 'core'],
  'packages/stripe-api': ['shared'],
  'packages/reconciliation': ['shared', 'core', 'ledger', 'stripe-api'],
  'packages/local-stack': ['shared', 'core'],
  'packages/letters-workshop': ['shared', 'core', 'local-stack'],
  'packages/stripe-twin': ['shared', 'local-stack'],
  'packages/pictures': ['shared', 'local-stack'],
  'packages/invariants': ['shared', 'core', 'ledger'],
  'packages/drill': ['shared', 'core', 'ledger', 'local-stack', 'stripe-twin', 'invariants'],
  'apps/ingest': ['shared', 'core'],
  'apps/worker': ['shared', 'core', 'ledger', 'stripe-api', 'reconciliation'],
  'apps/operator': ['shared', 'core', 'ledger', 'stripe-api', 'reconciliation', 'invariants']
}

const MAX_LINES = 250

const sources = readSources()
const isTest = ({ path }: Source) => path.endsWith('.test.ts') || /^(test|bench)\//.test(path)
const production = sources.filter(source => !isTest(source))
const strays = (isStray: (source: Source) => boolean, among = production) =>
  among.filter(isStray).map(({ path }) => path)
const foldersOf = ({ path }: Source) => path.split('/').slice(1, -1)

for (const [library, homes] of Object.entries(HOME_OF)) {
  test(`only below ${homes.join(', ')} is ${library} imported`, () => {
    const found = strays(
      source =>
        importsOf(source).some(({ from, isType }) => from === library && !(library === 'stripe' && isType)) &&
        !homes.some(home => foldersOf(source).includes(home))
    )
    assert.deepEqual(found, [])
  })
}

for (const [room, others] of Object.entries(MAY_USE)) {
  test(`${room} uses ${others.length === 0 ? 'none of our other rooms' : `only ${others.join(', ')}`}`, () => {
    const found = strays(
      source =>
        source.path.startsWith(`${room}/`) &&
        importsOf(source).some(({ from }) => {
          const [, used] = from.match(/^@paidonce\/([^/]+)/) ?? []
          return used !== undefined && !others.includes(used)
        })
    )
    assert.deepEqual(found, [])
  })
}

test('no relative import leaves its room', () => {
  const found = strays(({ path, text }) =>
    importsOf({ text }).some(({ from }) => {
      const [parent, room] = path.split('/')
      const target = from.startsWith('.') ? new URL(from, `file:///${path}`).pathname : `/${parent}/${room}/`
      return !target.startsWith(`/${parent}/${room}/`)
    })
  )
  assert.deepEqual(found, [])
})

test('core is pure: no clock, no chance, no environment, nothing of Node', () => {
  const impure = /\b(Date\.now|new Date\(\)|Math\.random|process\.|setTimeout|setInterval|fetch\()/
  const found = strays(
    source =>
      source.path.startsWith('packages/core/') &&
      (impure.test(source.text) || importsOf(source).some(({ from }) => from.startsWith('node:')))
  )
  assert.deepEqual(found, [])
})

test('only main files read the environment and end the process', () => {
  const found = strays(
    ({ path, text }) => !path.endsWith('/main.ts') && /\bprocess\.(env|exit\(|on\(|once\()/.test(text)
  )
  assert.deepEqual(found, [])
})

test('no cycle: no file imports itself by way of others', () => {
  const graph = new Map(production.map(source => [source.path, relativeImports(source)]))
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [...way, path]
    if (done.has(path)) return []
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...way, path])
      if (cycle.length > 0) return cycle
    }
    done.add(path)
    return []
  }
  for (const path of graph.keys()) assert.deepEqual(visit(path, []), [])
})

/** Types are gone before the program runs, so types that know one another are no cycle. */
const relativeImports = ({ path, text }: Source) =>
  importsOf({ text })
    .filter(({ from, isType }) => from.startsWith('.') && !isType)
    .map(({ from }) => new URL(from, `file:///${path}`).pathname.slice(1))

test(`no file is longer than ${MAX_LINES} lines, and half of them are shorter than 60`, () => {
  const lines = production.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  assert.deepEqual(
    lines.filter(file => file.lines > MAX_LINES),
    []
  )
  const sorted = lines.map(file => file.lines).sort((a, b) => a - b)
  assert.ok((sorted[Math.floor(sorted.length / 2)] ?? 0) < 60)
})

test('no `any`, no switched-off check, no note to self', () => {
  const found = strays(
    ({ text }) =>
      /(:\s*any\b|\bas any\s*[);,\]]|@ts-(ignore|expect-error|nocheck)|\bTODO\b|\bFIXME\b)/.test(text),
    sources
  )
  assert.deepEqual(
    found.filter(path => path !== 'test/layers.test.ts'),
    []
  )
})

test('no test is skipped, and none sleeps', () => {
  const tests = sources.filter(({ path }) => path.endsWith('.test.ts'))
  const found = strays(
    ({ text }) => /\.(skip|only|todo)\(|\b(skip|todo):|setTimeout\(|timers\/promises/.test(text),
    tests.filter(({ path }) => path !== 'test/layers.test.ts')
  )
  assert.deepEqual(found, [])
})

test('this test sees the sources that it judges', () => {
  for (const room of Object.keys(MAY_USE)) {
    assert.ok(
      production.filter(({ path }) => path.startsWith(`${room}/`)).length >= 3,
      `hardly anything in ${room}`
    )
  }
  assert.ok(sources.some(source => importsOf(source).some(({ from }) => from === 'bullmq')))
})
