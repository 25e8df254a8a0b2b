import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mendLetters } from '@paidonce/operator/cli/mend-letters'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { runOperator } from '../support/run-operator.ts'

const PERSON = ['--by', 'ann', '--why', 'mended']

test('letters are mended from the command line, each by its id or a whole group, and never unasked', async t => {
  const databaseUrl = await ownDatabase(t)
  const ledger = openLedger(t, databaseUrl)
  const say = (argv: readonly string[], says = false) =>
    runOperator(mendLetters, argv, { DATABASE_URL: databaseUrl }, says)
  const lettersBy = async (column: 'status' | 'reason') =>
    (await ledger.pool.query(`select ${column} from letters order by id`)).rows.map(row => row[column])
  await ledger.pool.query(
    `insert into letters (account, payment_id, kind, order_id, status, handed_over, reason, done)
     select '', 'pi_' || n, case when n < 5 then 'payment_failed' else 'refunded' end, 'o' || n,
            case n when 6 then 'sent' when 5 then 'given_up' else 'owed' end, now(),
            case n when 6 then null when 5 then E'550 \\x1b[31mno' else '451 later' end,
            case when n > 4 then now() end
     from generate_series(1, 6) n`
  )

  await t.test('without a yes each group is shown, harmless to a terminal, and nothing is done', async () => {
    const { code, out, err } = await say(['retry', '--all', ...PERSON])
    assert.deepEqual([code, err], [1, 'Nothing was done: nobody said yes. --yes says it for you.'])
    assert.equal(
      out,
      '     4  payment failed, tried again later: 451 later\n     1  refunded, given up: 550 ·[31mno'
    )
    assert.equal((await ledger.pool.query('select from operator_actions')).rowCount, 0)
  })

  await t.test(
    'one by one: tried at once, discarded with the reason, and a sent one left as it is',
    async () => {
      assert.deepEqual(await say(['retry', '1', ...PERSON]), {
        code: 0,
        out: 'To be tried at once: 1 letter.',
        err: ''
      })
      assert.equal((await say(['discard', '2', ...PERSON])).code, 0)
      const { code, out, err } = await say(['retry', '6', '77', ...PERSON])
      assert.deepEqual([code, out], [1, 'To be tried at once: 0 letters.'])
      assert.equal(err, 'Letter 6 is not in trouble, or is being sent now.\nThere is no letter 77.')
      assert.deepEqual(await lettersBy('reason'), [
        null,
        'discarded by ann: mended',
        '451 later',
        '451 later',
        '550 \x1b[31mno',
        null
      ])
    }
  )

  await t.test('sent once more, to another address, which stands in no action', async () => {
    assert.equal((await say(['resend', '6', '--to', 'right@example.com', ...PERSON])).code, 0)
    const { rows } = await ledger.pool.query('select status, address, sending from letters where id = 6')
    assert.deepEqual(rows, [{ status: 'owed', address: 'right@example.com', sending: 1 }])
    const actions = await ledger.pool.query(
      'select to_json(operator_actions)::text as said from operator_actions'
    )
    assert.equal(actions.rows.length, 4)
    assert.doesNotMatch(JSON.stringify(actions.rows), /right@/)
  })

  await t.test('a group by its kind and reason, on a yes; the others stay as they are', async () => {
    const { code, out } = await say(
      ['discard', '--all', '--kind', 'refunded', '--reason', '550', ...PERSON],
      true
    )
    assert.equal(code, 0)
    assert.match(out, /\nDiscarded: 1 letter\.$/)
    assert.deepEqual(await lettersBy('status'), ['owed', 'withdrawn', 'owed', 'owed', 'withdrawn', 'owed'])
    assert.equal((await say(['retry', '--all', '--kind', 'refunded', '--yes', ...PERSON])).code, 1)
    const capped = await say(['retry', '--all', '--cap', '1', '--yes', ...PERSON])
    assert.match(capped.out, /\nTo be tried at once: 1 letter\.$/)
  })

  await t.test('what cannot be meant is said in a sentence', async () => {
    for (const [argv, sentence] of [
      [['again', '1'], 'Say retry, discard or resend.'],
      [['retry', ...PERSON], 'Name letters by their ids, or say --all.'],
      [['retry', '1', '--all', ...PERSON], 'Name letters by their ids, or say --all.'],
      [['resend', '1', '2', ...PERSON], 'Resend one letter at a time.'],
      [['retry', '1', '--to', 'a@example.com', ...PERSON], '--to takes an address'],
      [['retry', 'o1', ...PERSON], 'A letter’s id is a number.'],
      [['retry', '1'], 'Say --by and --why.']
    ] as const) {
      const { code, err } = await say(argv)
      assert.equal(code, 2)
      assert.ok(err.startsWith(sentence), err)
    }
  })
})
