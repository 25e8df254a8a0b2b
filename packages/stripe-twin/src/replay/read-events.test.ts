import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readEvents } from './read-events.ts'

const EVENT = { id: 'evt_1', object: 'event', type: 'a.b' }
const LINE = JSON.stringify(EVENT)

test('a text that is one event is one event, byte for byte', () => {
  const text = `\n${JSON.stringify({ ...EVENT, name: '\ud800' }, null, 4)}\r\n`
  assert.deepEqual(readEvents(text), { events: [{ event: JSON.parse(text), body: text }], problems: [] })
})

test('a text of an event a line is as many events, whatever ends a line, and blank lines are none', () => {
  const second = JSON.stringify({ ...EVENT, id: 'evt_2' })
  const { events, problems } = readEvents(`${LINE}\r\n\n${second}\n`)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    events.map(({ body }) => body),
    [LINE, second]
  )
})

test('a thin event is one too', () => {
  assert.equal(readEvents(JSON.stringify({ ...EVENT, object: 'v2.core.event' })).events.length, 1)
})

for (const [what, text, problem] of [
  ['nothing', '', 'is not JSON'],
  ['prose', 'Dear secret@example.com,\nhello', 'is not JSON'],
  [
    'an event cut off',
    JSON.stringify({ ...EVENT, a: 'secret@example.com' }, null, 2).slice(0, -3),
    'is not JSON'
  ],
  ['a number', '5', 'is no event: it is no JSON object'],
  ['a list of events', `[${LINE}]`, 'is no event: it is a list; put one event a file, or one a line'],
  ['a session', '{"id":"cs_1","object":"checkout.session"}', 'is no event: its "object" is not "event"'],
  ['an event without id', '{"object":"event","type":"a.b"}', 'is no event: it has no "id"'],
  ['an event without type', '{"object":"event","id":"evt_1","type":""}', 'is no event: it has no "type"'],
  ['a line that is none', `${LINE}\nsecret@example.com\n`, 'line 2 is not JSON'],
  ['a line that is another object', `${LINE}\n\n{}\n`, 'line 3 is no event: its "object" is not "event"']
] as const) {
  test(`${what}: ${problem}, and no word of what it holds`, () => {
    assert.deepEqual(readEvents(text).problems, [problem])
  })
}

test('whatever a text is, it is events with an id and a type, or has a problem', () => {
  const parts = fc.constantFrom(LINE, '\n', '{', '}', '"', '[]', 'null', '\ufeff', '\0', '{"object":"event"}')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), all => {
      const { events, problems } = readEvents(all.join(''))
      assert.ok(events.length + problems.length > 0)
      for (const { event, body } of events) assert.equal(JSON.parse(body).id, event.id)
    })
  )
})
