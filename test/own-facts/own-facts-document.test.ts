import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { checkReading } from '@paidonce/core/facts/own/check-reading'
import { OWN_KINDS } from '@paidonce/core/facts/own/kinds'
import { ownTable } from '@paidonce/core/facts/own-facts'
import { readEvent } from '@paidonce/core/facts/table'
import { blocksOf, readProjectFile } from '../documents/blocks.ts'
import { CHARGES, chargeEvent } from './own-module.ts'

const DOCUMENT = 'docs/own-facts.md'
const text = readProjectFile(DOCUMENT)

/** The cells of the rows of a table that begins so. */
const rowsBelow = (head: string) =>
  (text.split(`${head}\n`)[1]?.split('\n\n')[0] ?? '')
    .split('\n')
    .slice(1)
    .map(row => row.replace(/^\| | \|$/g, '').split(' | '))

test('the examples of docs/own-facts.md are whole files, as they are', () => {
  const pieces = blocksOf(DOCUMENT).filter(({ language }) => language === 'js')
  assert.equal(pieces.length, 3)
  for (const { file = '', text } of pieces) assert.equal(text, readProjectFile(file), file)
})

test('the first example is under ten lines of code', () => {
  const lines = readProjectFile('examples/own-facts/charges.mjs').trim().split('\n')
  assert.ok(lines.filter(line => !line.startsWith('//')).length < 10)
})

test('docs/own-facts.md names every kind of fact that an event may tell, each with the fields of its value', () => {
  const named = rowsBelow('| kind | says | its value |').map(([kind = '', , value = '']) => [
    kind.replaceAll('`', ''),
    [...value.matchAll(/`(\w+)`/g)].map(([, field]) => field)
  ])
  assert.deepEqual(
    named,
    Object.entries(OWN_KINDS).map(([kind, fields]) => [kind, Object.keys(fields)])
  )
})

for (const [kind = '', , value = ''] of rowsBelow('| kind | says | its value |')) {
  const all = [...value.matchAll(/`(\w+)`/g)].map(([, field = '']) => field)
  const optional = [...value.matchAll(/\*`(\w+)`\*/g)].map(([, field = '']) => field)
  const exampleOf = (fields: readonly string[]) =>
    Object.fromEntries(fields.map(field => [field, EXAMPLES[field] ?? 'text']))
  const check = (fields: readonly string[]) =>
    checkReading('a.type', {
      payment: 'p',
      facts: [{ kind: kind.replaceAll('`', ''), value: exampleOf(fields) }]
    })

  test(`docs/own-facts.md is right about what may be left out of ${kind}`, () => {
    const needed = all.filter(field => !optional.includes(field))
    check(all)
    check(needed)
    for (const left of needed) assert.throws(() => check(all.filter(field => field !== left)), /is wrong/)
  })
}
const EXAMPLES: Readonly<Record<string, unknown>> = { amount: 3_000, currency: 'eur', isOpen: true }

test('docs/own-facts.md names every field of a reading', () => {
  const named = rowsBelow('| field | what it is |').map(([field = '']) => field.replaceAll('`', ''))
  assert.throws(
    () => checkReading('a.type', { misspelt: 1 }),
    ({ message }: Error) => {
      for (const field of named) assert.ok(message.includes(field), field)
      return message.endsWith('facts') && message.split(', ').length === named.length
    }
  )
})

test('what the examples tell passes the check', async () => {
  const { facts } = await import(pathToFileURL(CHARGES).href)
  const reading = readEvent(ownTable(facts), { orderIdFrom: [] }, chargeEvent('1001'))
  assert.deepEqual([reading.payment, reading.order, reading.facts[0]?.kind], ['ch_1001', '1001', 'paid'])

  const invoices = await import(new URL('first-invoices.mjs', pathToFileURL(CHARGES)).href)
  const invoice = {
    id: 'in_1',
    billing_reason: 'subscription_create',
    amount_paid: 900,
    currency: 'eur',
    parent: { subscription_details: { metadata: { order_id: '1001' } } }
  }
  const event = { ...chargeEvent('1001', 'invoice.paid'), data: { object: invoice } }
  const told = readEvent(ownTable(invoices.facts), { orderIdFrom: [] }, event)
  assert.deepEqual([told.payment, told.order, told.facts[0]?.kind], ['in_1', '1001', 'paid'])
})
