import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiError } from './api-error.ts'
import { type Form, type FormValue, readForm } from './read-form.ts'

/** For comparing: maps as plain objects without a prototype. */
const plain = (value: FormValue): unknown =>
  value instanceof Map
    ? Object.assign(Object.create(null), Object.fromEntries([...value].map(([k, v]) => [k, plain(v)])))
    : value
const read = (body: string) => JSON.parse(JSON.stringify(plain(readForm(body) as Form)))

test('keys in brackets are lists and maps, as deep as they say', () => {
  assert.deepEqual(
    read(
      'mode=payment&line_items[0][price_data][currency]=eur&line_items[0][quantity]=2&line_items[1][quantity]=1'
    ),
    {
      mode: 'payment',
      line_items: { 0: { price_data: { currency: 'eur' }, quantity: '2' }, 1: { quantity: '1' } }
    }
  )
  assert.deepEqual(read('expand[]=a&expand[]=b'), { expand: { 0: 'a', 1: 'b' } })
})

test('what is written with % and + is read, an empty body is an empty form', () => {
  assert.deepEqual(read('metadata%5Border+id%5D=%C3%B6+x'), { metadata: { 'order id': 'ö x' } })
  assert.deepEqual(read(''), {})
})

test('names that mean something to JavaScript are names like any other', () => {
  const form = readForm('__proto__[polluted]=1&constructor[prototype][polluted]=1')
  assert.equal(({} as Record<string, unknown>).polluted, undefined)
  assert.deepEqual([...form.keys()], ['__proto__', 'constructor'])
})

for (const body of ['a=1&a[b]=2', 'a[b]=2&a=1', 'a[b=1', '[a]=1', `a${'[b]'.repeat(9)}=1`]) {
  test(`"${body.slice(0, 20)}" contradicts itself or is not well formed, and is refused`, () => {
    assert.throws(() => readForm(body), ApiError)
  })
}
