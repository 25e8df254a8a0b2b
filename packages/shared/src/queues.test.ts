import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ANNOUNCEMENTS_QUEUE,
  eventQueueFor,
  eventQueueName,
  LETTERS_QUEUE,
  scheduleQueueName
} from './queues.ts'

test('every copy of an event goes to the same queue, and all queues get some', () => {
  const used = new Set<string>()
  for (let n = 0; n < 200; n++) {
    const queue = eventQueueFor(`evt_${n}`, 4)
    assert.equal(eventQueueFor(`evt_${n}`, 4), queue)
    used.add(queue)
  }
  assert.deepEqual([...used].sort(), [0, 1, 2, 3].map(eventQueueName))
})

test('names carry their hash slot and no colon', () => {
  for (const name of [eventQueueName(0), LETTERS_QUEUE, ANNOUNCEMENTS_QUEUE, scheduleQueueName('sweep')])
    assert.match(name, /^\{[a-z0-9-]+\}$/)
})
