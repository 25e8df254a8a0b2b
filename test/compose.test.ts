import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { IngestEnvironment } from '@paidonce/ingest/config'
import { ConsoleEnvironment } from '@paidonce/operator/config'
import { WorkerEnvironment } from '@paidonce/worker/config'
import { parse } from 'yaml'
import { ROOT } from './support/sources.ts'

type Service = Readonly<{
  environment: Readonly<Record<string, string | number>>
  stop_grace_period: string
  volumes: readonly string[]
  read_only?: boolean
  cap_drop?: readonly string[]
  init?: boolean
  ports?: readonly string[]
}>

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')
const { services } = parse(text, { merge: true }) as {
  services: Readonly<Record<'ingest' | 'worker' | 'console', Service>>
}
const seconds = (duration: string) => Number(duration.replace(/s$/, ''))
const standard = {
  ingest: IngestEnvironment.partial().parse({}),
  worker: WorkerEnvironment.partial().parse({})
}

/** What only makes sense outside of a container, or is one of its own constants. */
const NOT_PASSED = ['HOST', 'PORT', 'HEALTH_HOST', 'DRAIN_MS', 'SHUTDOWN_GRACE_MS']

for (const [name, schema] of [
  ['ingest', IngestEnvironment],
  ['worker', WorkerEnvironment],
  ['console', ConsoleEnvironment]
] as const) {
  test(`docker-compose.yml passes every setting on to the ${name}`, () => {
    const passed = Object.keys(services[name].environment).map(setting => setting.replace(/_FILE$/, ''))
    const wanted = Object.keys(schema.shape).filter(setting => !NOT_PASSED.includes(setting))
    assert.deepEqual([...new Set(passed)].sort(), wanted.sort())
  })

  test(`a setting of the ${name} that .env does not give falls back to its default`, () => {
    for (const [setting, value] of Object.entries(services[name].environment)) {
      const [, given, otherwise] = String(value).match(/^\$\{(\w+):-(.*)\}$/) ?? []
      if (given === undefined) continue
      assert.equal(given, setting)
      // Anything but nothing is a choice made for this one machine, and must be usable.
      if (otherwise !== '')
        assert.ok(schema.shape[setting as keyof typeof schema.shape].safeParse(otherwise).success)
    }
  })

  test(`the ${name} runs with nothing that it does not need`, () => {
    const { read_only, cap_drop, init } = services[name]
    assert.deepEqual({ read_only, cap_drop, init }, { read_only: true, cap_drop: ['ALL'], init: true })
  })
}

for (const name of ['ingest', 'worker'] as const) {
  test(`a shop’s own readings are where the ${name} can read them, and not write`, () => {
    const [mount = ''] = services[name].volumes.filter(volume => volume.includes('OWN_FACTS_FOLDER'))
    assert.match(mount, /:\/own-facts:ro$/)
  })
}

test('the console is reached from this machine alone', () => {
  assert.deepEqual(services.console.ports, ['127.0.0.1:4450:4450'])
})

test('Docker waits longer than the programs themselves before it kills them', () => {
  const { ingest, worker } = standard
  assert.ok(seconds(services.worker.stop_grace_period) * 1_000 > Number(worker.SHUTDOWN_GRACE_MS))
  const ingestMs = Number(ingest.DRAIN_MS) + Number(ingest.SHUTDOWN_GRACE_MS)
  assert.ok(seconds(services.ingest.stop_grace_period) * 1_000 > ingestMs)
})

test('nothing secret stands in docker-compose.yml', () => {
  assert.doesNotMatch(text, /whsec_|\bsk_|\brk_|password: |:\/\/[^/\s]*:[^/\s]*@/i)
})
