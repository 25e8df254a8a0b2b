import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReadiness } from './readiness.ts'

const readiness = ({ redis = true, room = true } = {}) =>
  createReadiness({ isRedisReady: () => redis, isRoomLeft: () => room })

test('with Redis and room it is ready and admits', () => {
  const { notReady, isLeaving, admit } = readiness()
  assert.equal(notReady(), undefined)
  assert.equal(isLeaving(), false)
  admit()
})

test('without Redis it is not ready, and admits: the command about to be sent will tell', () => {
  const { notReady, admit } = readiness({ redis: false })
  assert.equal(notReady(), 'redis')
  admit()
})

test('without room it is not ready and admits nothing', () => {
  const { notReady, admit } = readiness({ room: false })
  assert.equal(notReady(), 'no room in redis')
  assert.throws(admit, { code: 'NO_ROOM' })
})

test('draining it is not ready and admits; closing it admits nothing', () => {
  const { notReady, isLeaving, admit, startDraining, startClosing } = readiness()
  startDraining()
  assert.equal(notReady(), 'draining')
  assert.equal(isLeaving(), true)
  admit()

  startClosing()
  assert.equal(notReady(), 'draining')
  assert.equal(isLeaving(), true)
  assert.throws(admit, { code: 'DRAINING' })
})
