import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import { openLedger, ownDatabase } from '../support/own-database.ts'

const REGISTER = `select register_order('', '1', 3000, 'eur')`
const EXECUTE = 'grant execute on function register_order(text, text, bigint, text)'

/** Lets `use` speak to a new ledger as a user who was given only `grants`, and beside it as its owner. */
async function asRole(
  t: TestContext,
  grants: readonly string[],
  use: (client: pg.Client, owner: pg.Pool) => Promise<void>
) {
  const databaseUrl = await ownDatabase(t)
  const { pool: owner } = openLedger(t, databaseUrl)
  const role = `shop_${randomUUID().replaceAll('-', '')}`
  await owner.query(`create role ${role} login password 'secret'`)
  for (const grant of grants) await owner.query(`${grant} to ${role}`)
  const asThem = Object.assign(new URL(databaseUrl), { username: role, password: 'secret' })
  const client = new pg.Client({ connectionString: asThem.href })
  await client.connect()
  try {
    await use(client, owner)
  } finally {
    await client.end()
    await owner.query(`drop owned by ${role}`)
    await owner.query(`drop role ${role}`)
  }
}

const refused = (what: Promise<unknown>) => assert.rejects(what, { code: '42501' })

test('a role that may register orders can do that, and nothing else', async t => {
  await asRole(t, [EXECUTE], async (client, owner) => {
    await client.query(REGISTER)
    assert.equal((await owner.query(`select unsettled from orders where id = '1'`)).rows[0]?.unsettled, true)

    await refused(client.query('select * from orders'))
    await refused(client.query(`update orders set status = 'fulfilled'`))
    await refused(client.query('insert into facts select * from facts'))
  })
})

test('a role that was given nothing cannot register orders', async t => {
  await asRole(t, [], client => refused(client.query(REGISTER)))
})

test('tables of the caller under the same names do not come between', async t => {
  await asRole(t, [EXECUTE], async (client, owner) => {
    await client.query('create temp table orders (account text, id text primary key, unsettled boolean)')
    await client.query('set search_path = pg_temp, public')
    await client.query(REGISTER)
    assert.equal((await owner.query('select count(*)::int as n from orders')).rows[0]?.n, 1)
  })
})
