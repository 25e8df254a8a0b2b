import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROOT } from '../support/sources.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

type Locked = Readonly<{ link?: boolean; integrity?: string; inBundle?: boolean; version?: string }>
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }

test('every package is installed as it was when it was locked, or not at all', () => {
  const foreign = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true
  )
  assert.ok(foreign.length > 100)
  const loose = foreign.filter(
    ([, { integrity, inBundle }]) => inBundle !== true && !/^sha512-/.test(integrity ?? '')
  )
  assert.deepEqual(
    loose.map(([path]) => path),
    []
  )
})

/** What is in the flow stands on few packages; the console is not in it, and serves pages. */
const MOST_PACKAGES: Readonly<Record<string, number>> = { ingest: 10, worker: 10, operator: 20 }

test('ingest and worker name at most ten foreign packages each, the console twenty', () => {
  for (const app of readdirSync(join(ROOT, 'apps'))) {
    const { dependencies } = JSON.parse(read(`apps/${app}/package.json`)) as {
      dependencies: Readonly<Record<string, string>>
    }
    const foreign = Object.keys(dependencies).filter(name => !name.startsWith('@paidonce/'))
    assert.ok(
      foreign.length > 0 && foreign.length <= (MOST_PACKAGES[app] ?? 0),
      `${app}: ${foreign.join(', ')}`
    )
  }
})

const stages = read('Dockerfile')
  .split(/^(?=FROM )/m)
  .filter(part => part.startsWith('FROM '))
  .map(text => ({ name: text.match(/ AS (\S+)/)?.[1] ?? '', text }))

test('no package runs a script of its own while the images are built, and all are as locked', () => {
  const installs = stages.flatMap(({ text }) => text.match(/npm (?:ci|i|install|add)\b.*/g) ?? [])
  assert.ok(installs.length >= 3)
  for (const install of installs) assert.match(install, /^npm ci --ignore-scripts\b/)
})

for (const name of ['paidonce', 'mail']) {
  test(`the image ${name} runs as a user who owns none of its files`, () => {
    const stage = stages.find(stage => stage.name === name)?.text ?? ''
    assert.equal([...stage.matchAll(/^USER (\S+)$/gm)].at(-1)?.[1], 'node')
    assert.doesNotMatch(stage, /COPY[^\n]*--chown|chown -R/)
  })
}
