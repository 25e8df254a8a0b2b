import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAgain } from './ask-again.ts'

const QUICK = { baseMs: 1, capMs: 1 }
const answersAfter = (failures: number) => {
  let asked = 0
  return { question: async () => (++asked > failures ? 'answer' : assert.fail('busy')), asked: () => asked }
}
const patience = { isPassing: () => true, signal: new AbortController().signal, retry: QUICK }

test('a question is asked again until it is answered', async () => {
  const { question, asked } = answersAfter(3)
  assert.equal(await askAgain(patience)(question), 'answer')
  assert.equal(asked(), 4)
})

test('a question that is never answered is given up, with the last error', async () => {
  const { question, asked } = answersAfter(1_000)
  await assert.rejects(askAgain(patience)(question), { message: 'busy' })
  assert.equal(asked(), 4)
})

test('an error to stay is asked no second time', async () => {
  const { question, asked } = answersAfter(1)
  await assert.rejects(askAgain({ ...patience, isPassing: () => false })(question), { message: 'busy' })
  assert.equal(asked(), 1)
})

test('who has to stop asks no second time', async () => {
  const stopping = new AbortController()
  const question = async () => {
    stopping.abort()
    throw new Error('busy')
  }
  const retry = { baseMs: 600_000, capMs: 600_000 }
  await assert.rejects(askAgain({ ...patience, retry, signal: stopping.signal })(question), {
    name: 'AbortError'
  })
})

test('who has to stop does not wait for an answer that never comes', async () => {
  const stopping = new AbortController()
  const asked = askAgain({ ...patience, signal: stopping.signal })(() => new Promise<never>(() => undefined))
  stopping.abort()
  await assert.rejects(asked, { name: 'AbortError' })
})
