import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addApiToken } from '@paidonce/operator/operations/users/api-tokens'
import { addUser, changeUser } from '@paidonce/operator/operations/users/manage-users'
import { signIn, whoIs } from '@paidonce/operator/operations/users/sign-in'
import { tokenOwner } from '@paidonce/operator/operations/users/token-owner'
import { eventually } from '../support/eventually.ts'
import { ownLedger } from '../support/own-database.ts'

const UNCHANGED = { role: undefined, password: undefined, isDisabled: undefined, by: 'a test' }

test('a sign-in with the old password that has begun before a new one is set does not outlive it', async t => {
  const ledger = await ownLedger(t)
  let password = 'the first password'
  await addUser(ledger, { name: 'olga', role: 'operator', password, by: 'a test' })
  for (const round of Array(5).keys()) {
    const begun = Array.from({ length: 4 }, () => signIn(ledger, { name: 'olga', password }))
    password = `another password ${round}`
    await changeUser(ledger, { ...UNCHANGED, name: 'olga', password })
    for (const secret of await Promise.all(begun))
      assert.equal(secret && (await whoIs(ledger, secret)), undefined)
    assert.notEqual(await signIn(ledger, { name: 'olga', password }), undefined)
  }
})

test('whoever signs in while the user is being changed waits, and sees the change', async t => {
  const ledger = await ownLedger(t)
  const password = 'the first password'
  await addUser(ledger, { name: 'olga', role: 'operator', password, by: 'a test' })
  const changing = await ledger.pool.connect()
  await changing.query(`begin; update users set disabled = now() where name = 'olga'`)
  const secret = signIn(ledger, { name: 'olga', password })
  await eventually(async () => {
    const { rows } = await ledger.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    )
    assert.equal(rows.length, 1)
  })
  await changing.query('commit')
  changing.release()
  assert.equal(await secret, undefined)
})

test('the tokens of a user who is disabled are gone, also when the user is enabled again', async t => {
  const ledger = await ownLedger(t)
  await addUser(ledger, { name: 'olga', role: 'operator', password: 'the first password', by: 'a test' })
  const added = await addApiToken(ledger, { user: 'olga', name: 'x', forMs: 60_000, by: 'a test' })
  const token = added?.token ?? ''
  await changeUser(ledger, { ...UNCHANGED, name: 'olga', password: 'a second password' })
  assert.equal((await tokenOwner(ledger, token))?.name, 'olga')
  await changeUser(ledger, { ...UNCHANGED, name: 'olga', isDisabled: true })
  await changeUser(ledger, { ...UNCHANGED, name: 'olga', isDisabled: false })
  assert.equal(await tokenOwner(ledger, token), undefined)
})
