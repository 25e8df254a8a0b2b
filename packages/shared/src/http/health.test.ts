import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHealthServer } from './health.ts'

const server = createHealthServer({
  notReady: () => undefined,
  metrics: () => Promise.reject(new Error('of someone@example.com'))
})

for (const [path, status, error] of [
  ['/marker', 404, 'NOT_FOUND'],
  ['/%zzmarker', 400, 'BAD_REQUEST'],
  ['/metrics', 500, 'UNEXPECTED']
] as const) {
  test(`${path} is answered ${status} with a code, and nothing is repeated`, async () => {
    const reply = await server.inject(path)
    assert.deepEqual([reply.statusCode, reply.json()], [status, { error }])
  })
}
