import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHold } from './hold.ts'

const OUTAGE = new Error('no database')

function watchedHold() {
  const said: string[] = []
  const { hold, isHolding } = createHold({
    isOutage: error => error === OUTAGE,
    onHold: () => said.push('hold'),
    onResume: () => said.push('resume')
  })
  return { hold, isHolding, said }
}

/** Fails so often, then does as told. */
const failing = (times: number, last: () => string) => {
  let tries = 0
  return async () => {
    if (tries++ < times) throw OUTAGE
    return last()
  }
}

test('work goes through an outage and the outage is told of once', async () => {
  const { hold, said } = watchedHold()
  assert.equal(await hold(failing(2, () => 'done')), 'done')
  assert.deepEqual(said, ['hold', 'resume'])
})

test('two works held by one outage tell of it once', async () => {
  const { hold, said } = watchedHold()
  await Promise.all([hold(failing(1, () => 'a')), hold(failing(2, () => 'b'))])
  assert.deepEqual(said, ['hold', 'resume'])
})

test('an error of the work itself is thrown, also after an outage', async () => {
  const { hold, said } = watchedHold()
  const fault = new Error('bad data')
  const throws = () => {
    throw fault
  }
  await assert.rejects(hold(failing(0, throws)), fault)
  assert.deepEqual(said, [])
  await assert.rejects(hold(failing(1, throws)), fault)
  assert.deepEqual(said, ['hold', 'resume'])
})

test('others can see that something is held, and that nothing is any more', async () => {
  const { hold, isHolding } = watchedHold()
  const seen: boolean[] = []
  let tries = 0
  await hold(async () => {
    seen.push(isHolding())
    if (tries++ === 0) throw OUTAGE
  })
  assert.deepEqual([...seen, isHolding()], [false, true, false])
})
