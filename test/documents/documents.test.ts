import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { IngestEnvironment } from '@paidonce/ingest/config'
import { ConsoleEnvironment } from '@paidonce/operator/config'
import { WorkerEnvironment } from '@paidonce/worker/config'
import { ROOT } from '../support/sources.ts'
import { DOCUMENTS, readProjectFile as read } from './blocks.ts'

const documents = DOCUMENTS.map(path => ({ path, text: read(path) }))

const APPS = {
  ingest: IngestEnvironment.shape,
  worker: WorkerEnvironment.shape,
  console: ConsoleEnvironment.shape
} as const
const SETTINGS = [...new Set(Object.values(APPS).flatMap(shape => Object.keys(shape)))].sort()

/** Rows of the first table of a document: their cells without back-quotes. */
const rows = (path: string) =>
  [...read(path).matchAll(/^\| (`.+) \|$/gm)].map(match =>
    (match[1] ?? '').split(' | ').map(cell => cell.replaceAll('`', ''))
  )

/** What docker-compose.yml reads from .env, beside what it passes on. */
const OF_COMPOSE = [
  ...new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):-/g)].map(([, name = '']) => name))
].filter(name => !SETTINGS.includes(name))

test('.env.example names exactly the settings that the programs and docker-compose.yml read', () => {
  const named = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(match => match[1])
  assert.deepEqual(named.sort(), [...SETTINGS, ...OF_COMPOSE].sort())
})

test('docs/configuration.md describes what only docker-compose.yml reads', () => {
  const described = [...read('docs/configuration.md').matchAll(/^\* `(\w+)`:/gm)].map(match => match[1])
  assert.deepEqual(described.sort(), OF_COMPOSE.sort())
})

test('docs/configuration.md describes exactly the settings that the programs read', () => {
  const described = rows('docs/configuration.md').map(([name]) => name)
  assert.deepEqual(described.sort(), SETTINGS)
})

for (const [name = '', readers = '', standard = ''] of rows('docs/configuration.md')) {
  test(`docs/configuration.md is right about ${name}`, () => {
    const shapes = Object.entries(APPS).filter(([, shape]) => Object.hasOwn(shape, name))
    assert.deepEqual(
      readers.split(', '),
      shapes.map(([app]) => app)
    )

    for (const [app, shape] of shapes) {
      const setting = shape[name as keyof typeof shape]
      const whenUnset = setting.safeParse(undefined)
      const said = standard.match(new RegExp(`(\\S+) \\(${app}\\)`))?.[1] ?? standard
      if (said === 'required') assert.equal(whenUnset.success, false)
      else if (/^none$|^the name/.test(said)) assert.deepEqual(whenUnset, { success: true, data: undefined })
      else assert.deepEqual(whenUnset.data, setting.parse(said))
    }
  })
}

test('docs/events.md lists exactly the events that are acted on', () => {
  const listed = rows('docs/events.md')
    .map(([type = '']) => type)
    .filter(type => type.includes('.') && !type.startsWith('order.'))
  assert.deepEqual(listed.sort(), Object.keys(FACTS).sort())
})

test('every npm command in a document is a script', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const { path, text } of documents) {
    for (const [, name = ''] of text.matchAll(/npm run ([a-z:-]+)/g)) {
      assert.ok(Object.hasOwn(scripts, name), `${path} names npm run ${name}`)
    }
  }
})

test('every link of a document leads to a file that is there', () => {
  for (const { path, text } of documents) {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      assert.ok(existsSync(join(ROOT, path, '..', target)), `${path} links to ${target}`)
    }
  }
})

test('docs/flow.md names files that are there', () => {
  const places = [
    'apps/ingest/src',
    'apps/worker/src',
    'packages/core/src',
    'packages/ledger/src',
    'packages/ledger',
    'packages/reconciliation/src',
    'packages/stripe-api/src'
  ]
  const named = [...read('docs/flow.md').matchAll(/`([a-z0-9_/-]+\.(?:ts|sql))`/g)].map(
    match => match[1] ?? ''
  )
  assert.ok(named.length > 20)
  const proofs = [...read('docs/flow.md').matchAll(/`(test\/[\w/-]+\.test\.ts)`/g)].map(
    match => match[1] ?? ''
  )
  assert.ok(proofs.length > 15)
  for (const proof of proofs) assert.ok(existsSync(join(ROOT, proof)), `docs/flow.md names ${proof}`)

  for (const file of named) {
    assert.ok(
      places.some(place => existsSync(join(ROOT, place, file))),
      `docs/flow.md names ${file}`
    )
  }
})
