import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ANNOUNCEMENTS_QUEUE, eventQueueName } from '@paidonce/shared/queues'
import { Queue, Worker } from 'bullmq'
import { eventually } from '../support/eventually.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { openRedis } from '../support/own-redis.ts'
import { startConsole } from '../support/start-console.ts'

test('operators see the queues, and retry what failed with all its attempts', async t => {
  const { url, ledger, redisUrl } = await startConsole(t)
  const name = eventQueueName(0)
  const queue = new Queue(name, { connection: openRedis(t, redisUrl) })
  await queue.add('event', { id: 'evt_1' }, { jobId: 'evt_1', attempts: 2 })
  const runs: string[] = []
  const worker = new Worker(
    name,
    async ({ id = '' }) => {
      runs.push(id)
      throw new Error('broken')
    },
    { connection: openRedis(t, redisUrl) }
  )
  t.after(() => worker.close(true))
  const isFailedAfter = (count: number) =>
    eventually(async () => assert.deepEqual([runs.length, await queue.getFailedCount()], [count, 1]))
  await isFailedAfter(2)

  const announced: string[] = []
  const shopsOwn = new Worker(
    ANNOUNCEMENTS_QUEUE,
    async ({ id = '' }) => {
      announced.push(id)
    },
    { connection: openRedis(t, redisUrl) }
  )
  t.after(() => shopsOwn.close(true))
  const announcements = new Queue(ANNOUNCEMENTS_QUEUE, { connection: openRedis(t, redisUrl) })
  await announcements.add('order.fulfilled', {}, { jobId: 'ann-1' })
  await eventually(async () => assert.equal(await announcements.getCompletedCount(), 1))

  const browser = await openBrowser(t)
  const [olga, vera] = [await signedIn(browser, url, 'olga'), await signedIn(browser, url, 'vera')]
  const api = `${url}/queues/api/queues/${encodeURIComponent(name)}`
  const actions = async () =>
    (await ledger.pool.query(`select who, what, about, result from operator_actions where who = 'olga'`)).rows

  await t.test('a viewer is refused: the page, what it asks for, and what it does', async () => {
    const answers = await Promise.all([
      vera.request.get(`${url}/queues/`),
      vera.request.get(`${url}/queues/api/queues`),
      vera.request.put(`${api}/evt_1/retry`)
    ])
    assert.deepEqual(
      answers.map(answer => answer.status()),
      [403, 403, 403]
    )
  })

  await t.test('an operator retries a failed job, and it has all its attempts again', async () => {
    const elsewhere: string[] = []
    olga.on('request', request => {
      if (!request.url().startsWith(url)) elsewhere.push(request.url())
    })
    await olga.goto(`${url}/queues/queue/${encodeURIComponent(name)}?status=failed`)
    await olga.getByText('evt_1').first().waitFor()
    await olga.getByRole('button', { name: 'Retry all' }).click()
    await olga.getByRole('button', { name: 'Confirm' }).click()
    await isFailedAfter(4)
    assert.deepEqual(elsewhere, [])
    const retried = { who: 'olga', what: 'retry all failed jobs', about: name, result: 'done' }
    await eventually(async () => assert.deepEqual(await actions(), [retried]))
    assert.equal((await olga.request.put(`${api}/evt_1/retry`)).status(), 204)
    await isFailedAfter(6)
  })

  await t.test('what could lose something is refused, and nothing is lost', async () => {
    const changes = [
      olga.request.put(`${api}/obliterate`, { data: {} }),
      olga.request.put(`${api}/empty`),
      olga.request.put(`${api}/promote`),
      olga.request.put(`${api}/clean/failed`),
      olga.request.put(`${api}/retry/completed`),
      olga.request.put(`${api}/evt_1/clean`),
      olga.request.patch(`${api}/evt_1/update-data`, { data: { jobData: {} } }),
      olga.request.post(`${api}/add`, { data: { name: 'event', data: {}, options: {} } })
    ]
    for (const answer of await Promise.all(changes)) assert.equal(answer.status(), 403, answer.url())
    assert.equal(await queue.getFailedCount(), 1)
    assert.equal((await actions()).length, 2)
  })

  await t.test('what is done is not run again', async () => {
    const done = `${url}/queues/api/queues/${encodeURIComponent(ANNOUNCEMENTS_QUEUE)}/ann-1/retry`
    const answer = await olga.request.put(done)
    assert.equal(answer.status(), 409)
    assert.match(await answer.text(), /Only what failed is retried here/)
    assert.deepEqual(announced, ['ann-1'])
  })

  await t.test('another site’s page can do nothing in an operator’s name', async () => {
    const answer = await olga.request.put(`${api}/evt_1/retry`, {
      headers: { origin: 'https://evil.example' }
    })
    assert.equal(answer.status(), 403)
  })

  await t.test('a paused queue is named on the overview, with who paused it', async () => {
    assert.ok((await olga.request.put(`${api}/pause`)).ok())
    await queue.add('event', { id: 'evt_2' }, { jobId: 'evt_2', timestamp: Date.now() - 600_000 })
    await vera.goto(url)
    const verdict = vera.locator('#verdict')
    await verdict
      .getByText(/^The queue of events is paused, by olga at .*: resume it on the page Queues\.$/)
      .waitFor()
    await vera.getByRole('cell', { name: 'Events paused' }).waitFor()
    assert.equal(await verdict.getByText('Does a worker run?').count(), 0)
    await isAccessible(vera)
    assert.ok((await olga.request.put(`${api}/resume`)).ok())
    await verdict.getByText('All is well.').waitFor()
  })
})
