import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokens } from '@paidonce/operator/cli/tokens'
import { users } from '@paidonce/operator/cli/users'
import { signIn } from '@paidonce/operator/operations/users/sign-in'
import { tokenOwner } from '@paidonce/operator/operations/users/token-owner'
import { commandsOf } from '../documents/blocks.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { runOperator } from '../support/run-operator.ts'

const WITHOUT_USER = 'postgres://127.0.0.1:1/none'

test('who may use the console is said on the command line', async t => {
  const databaseUrl = await ownDatabase(t)
  const ledger = openLedger(t, databaseUrl)
  const env = { DATABASE_URL: databaseUrl }
  const say = (...argv: string[]) => runOperator(users, argv, env)
  const sayToken = (...argv: string[]) => runOperator(tokens, argv, env)

  await t.test('at first there is nobody, and no token', async () => {
    assert.deepEqual(await say(), { code: 0, out: 'There are no users yet.', err: '' })
    assert.deepEqual(await sayToken(), { code: 0, out: 'There are no tokens yet.', err: '' })
  })

  await t.test('a user is added with a password that is printed once and signs them in', async () => {
    const { code, out } = await say('add', 'olga')
    const [, password = ''] = out.match(/password (\S+)/) ?? []
    assert.equal(code, 0)
    assert.ok(password.length >= 20)
    assert.notEqual(await signIn(ledger, { name: 'olga', password }), undefined)
    assert.match((await say()).out, /^olga +operator +last signed in/)
    assert.doesNotMatch((await say('--json')).out, /argon2|password/)
  })

  await t.test('a given password is not printed; a short one is refused', async () => {
    const given = { ...env, PAIDONCE_NEW_PASSWORD: 'a long enough password' }
    const added = await runOperator(users, ['add', 'vera', '--role', 'viewer'], given)
    assert.equal(added.code, 0)
    assert.doesNotMatch(added.out, /long enough/)
    await assert.rejects(runOperator(users, ['add', 'eve'], { ...env, PAIDONCE_NEW_PASSWORD: 'short' }), {
      name: 'BadUser'
    })
  })

  await t.test('a name that is taken, and one that nobody has, are said with exit code 1', async () => {
    assert.equal((await say('add', 'olga')).code, 1)
    assert.equal((await say('change', 'nobody', '--disable')).code, 1)
    assert.equal((await sayToken('add', '--user', 'nobody', '--name', 'x')).code, 1)
    assert.equal((await sayToken('revoke', '77')).code, 1)
  })

  await t.test('a token is printed once, is kept as a hash alone, and is the user’s', async () => {
    const { code, out } = await sayToken('add', '--user', 'vera', '--name', 'the status board', '--for', '2h')
    const [token = ''] = out.split('\n')
    assert.equal(code, 0)
    assert.match(token, /^paidonce_[\w-]{43}$/)
    assert.deepEqual(await tokenOwner(ledger, token), { name: 'vera', role: 'viewer' })
    const kept = await ledger.pool.query('select api_tokens::text from api_tokens')
    assert.ok(!JSON.stringify(kept.rows).includes(token))
    assert.match((await sayToken()).out, /^ +1 {2}vera +until +\S+ \S+ {2}the status board$/)
  })

  await t.test('a revoked token is nobody’s, and says so in the list', async () => {
    const [token = ''] = (await sayToken('add', '--user', 'olga', '--name', 'gone soon')).out.split('\n')
    assert.equal((await sayToken('revoke', '2')).code, 0)
    assert.equal(await tokenOwner(ledger, token), undefined)
    assert.match((await sayToken()).out, /revoked .*gone soon/)
  })

  await t.test('a token is good for a year at most', async () => {
    await assert.rejects(sayToken('add', '--user', 'olga', '--name', 'x', '--for', '367d'), {
      name: 'BadToken'
    })
  })

  await t.test('whoever is disabled has neither sign-in nor tokens', async () => {
    const [token = ''] = (await sayToken('add', '--user', 'vera', '--name', 'until disabled')).out.split('\n')
    assert.equal((await say('change', 'vera', '--disable')).code, 0)
    assert.equal(await tokenOwner(ledger, token), undefined)
    assert.equal(await signIn(ledger, { name: 'vera', password: 'a long enough password' }), undefined)
  })

  await t.test('all of it is written down, and no password or token with it', async () => {
    const { rows } = await ledger.pool.query(
      `select who, what, about, result from operator_actions order by id`
    )
    assert.ok(rows.every(({ result }) => result !== null))
    const told = rows.map(({ what }) => what).join('\n')
    assert.match(told, /add user as operator\nadd user as viewer/)
    assert.match(told, /add API token “the status board”/)
    assert.match(told, /revoke API token 2/)
    assert.doesNotMatch(JSON.stringify(rows), /paidonce_|long enough/)
  })

  await t.test('whatever is misused says how it is used, and looks at no database', async () => {
    const nowhere = { DATABASE_URL: WITHOUT_USER }
    for (const argv of [
      ['drop'],
      ['add'],
      ['add', 'x', '--role', 'king'],
      ['change', 'x', '--enable', '--disable']
    ])
      assert.equal((await runOperator(users, argv, nowhere)).code, 2, argv.join(' '))
    for (const argv of [
      ['add', '--user', 'x'],
      ['revoke', 'x'],
      ['revoke'],
      ['add', '--user', 'x', '--name', 'y', '--for', '1y']
    ])
      assert.equal((await runOperator(tokens, argv, nowhere)).code, 2, argv.join(' '))
  })

  await t.test('the commands of the documents work as they stand there', async t => {
    const given = { DATABASE_URL: await ownDatabase(t) }
    const typed = commandsOf('docs/operations.md').flatMap(command => {
      const [, name, rest = ''] = command.match(/^npm run (users|tokens)(?: -- (.*))?$/) ?? []
      return name === undefined ? [] : [{ name, argv: rest.match(/"[^"]*"|\S+/g) ?? [] }]
    })
    assert.ok(typed.length >= 6)
    for (const { name, argv } of typed) {
      const words = argv.map(word => word.replaceAll('"', ''))
      assert.equal(
        (await runOperator(name === 'users' ? users : tokens, words, given)).code,
        0,
        words.join(' ')
      )
    }
  })
})
