import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRedis, redisSources } from './find-redis.ts'
import type { RedisProgram, RedisSource } from './redis-program.ts'
import { isNewEnough } from './sources/runs-well.ts'

const options = { cache: '/nowhere', say: () => undefined }

function source(name: string, program?: RedisProgram) {
  const asked = { times: 0 }
  const find = async () => {
    asked.times += 1
    return program
  }
  return { name, find, asked } satisfies RedisSource & { asked: { times: number } }
}

test('Redis is looked for where it costs least first: installed, fetched before, Docker, apt, brew', () => {
  const names = redisSources.map(({ name }) => name)
  assert.deepEqual(names, ['PATH', 'already fetched', 'Docker', 'apt', 'brew'])
})

test('the first source that has a Redis is taken and those after it are not asked', async () => {
  const program = { kind: 'binary', command: '/b' } as const
  const [nothing, first, second] = [
    source('a'),
    source('b', program),
    source('c', { kind: 'docker', image: 'c' })
  ]
  assert.equal(await findRedis(options, [nothing, first, second]), program)
  assert.deepEqual([nothing.asked.times, first.asked.times, second.asked.times], [1, 1, 0])
})

test('when no source has a Redis, one sentence says what was tried and what to do', async () => {
  await assert.rejects(findRedis(options, [source('PATH'), source('brew')]), {
    message: /^No Redis 6\.2 or newer was found \(tried: PATH, brew\): .*REDIS_URL=/
  })
})

test('an aborted search asks no further source', async () => {
  const untouched = source('a')
  const signal = AbortSignal.abort(new Error('stop'))
  await assert.rejects(findRedis({ ...options, signal }, [untouched]), { message: 'stop' })
  assert.equal(untouched.asked.times, 0)
})

for (const [line, isEnough] of [
  ['Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1', true],
  ['Valkey server v=8.0.1 sha=00000000:0', true],
  ['Redis server v=6.2.0 sha=00000000:0', true],
  ['Redis server v=6.0.16 sha=00000000:0', false],
  ['Redis server v=5.0.7 sha=00000000:0', false],
  ['redis-server: error while loading shared libraries', false]
] as const) {
  test(`"${line.slice(0, 24)}" is ${isEnough ? '' : 'not '}new enough`, () => {
    assert.equal(isNewEnough(line), isEnough)
  })
}
