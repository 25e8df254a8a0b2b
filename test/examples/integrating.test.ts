import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { isOrderIdPlace } from '@paidonce/core/facts/reading'
import pg from 'pg'
import { blocksOf, readProjectFile, textsIn } from '../documents/blocks.ts'
import { ownDatabase } from '../support/own-database.ts'
import { testStack } from '../support/test-stack.ts'
import { startExampleShop } from './support/example-shop.ts'

const DOCUMENT = 'docs/integrating.md'
const text = readProjectFile(DOCUMENT)
const blocks = blocksOf(DOCUMENT)
const sql = textsIn('sql', DOCUMENT)

test('the pieces of code in docs/integrating.md are whole files of the examples, as they are', () => {
  const cut = blocks.filter(({ file }) => file !== undefined)
  assert.ok(cut.length >= 7, 'hardly any are left')
  for (const { file = '', text } of cut) assert.equal(text, readProjectFile(file), file)
  for (const { language, file } of blocks.filter(({ language }) => ['ts', 'python'].includes(language)))
    assert.ok(file, `a piece in ${language} does not say which file it is from`)
})

test('every place for an order’s id that the table names is one that the setting takes', () => {
  const table = [...text.matchAll(/^\| .* \| `([^`]+)` \| .* \|$/gm)].map(match => match[1] ?? '')
  assert.deepEqual(
    table.filter(place => place !== 'ORDER_ID_FROM'),
    ['metadata.order_id', 'client_reference_id', 'session', 'client_reference_id']
  )
  for (const place of table.filter(name => name !== 'ORDER_ID_FROM')) assert.ok(isOrderIdPlace(place), place)
})

/** Runs the document's SQL for a role of its own, under a name of this test's own. Gives that role's URL of the database. */
async function createRole(t: TestContext, databaseUrl: string): Promise<string> {
  const role = `shop_${randomBytes(4).toString('hex')}`
  const statements = sql.find(block => block.includes('create role')) ?? ''
  await query(databaseUrl, statements.replace('role shop', `role ${role}`).replace('to shop', `to ${role}`))
  t.after(async () => {
    await query(databaseUrl, `drop owned by ${role}`).catch(() => undefined)
    await query(testStack().databaseUrl, `drop role ${role}`)
  })
  const url = new URL(databaseUrl)
  url.username = role
  url.password = 'choose one of your own'
  return url.href
}

async function query(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

test('the role of docs/integrating.md may register orders, and nothing else', async t => {
  const databaseUrl = await ownDatabase(t)
  const shopUrl = await createRole(t, databaseUrl)
  const register = sql.find(block => block.startsWith('select register_order')) ?? ''
  await query(shopUrl, register)
  await query(shopUrl, register)
  const { rows } = await query(databaseUrl, 'select order_id, value from facts')
  assert.deepEqual(rows, [{ order_id: 'W6WCCR58DWN4', value: { amount: 3_800, currency: 'eur' } }])

  for (const forbidden of [
    'select * from orders',
    'select * from facts',
    `insert into facts (account, event_id, payment_id, kind, order_id, value) values ('', 'x', 'pi', 'paid', '1', '{}')`,
    'update orders set status = status'
  ])
    await assert.rejects(query(shopUrl, forbidden), { code: '42501' })
})

test('with that role the example shop sells', async t => {
  const { buy, pay, becomes } = await startExampleShop(t, {
    paidonceUrlOf: ({ databaseUrl }) => createRole(t, databaseUrl)
  })
  const { id, payUrl } = await buy()
  await pay(payUrl, 'card')
  await becomes(id, 'shipped')
})
