import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandOn } from './command-on.ts'

test('a status, mark or kind that does not exist is refused, and those that do are named', async t => {
  const { say } = await commandOn(t)
  for (const [line, named] of [
    ['orders --status paid', /fulfilled, review, awaiting_payment, payment_failed, expired, pending/],
    ['letters --kind failed', /payment_failed, payment_declined, refunded/]
  ] as const) {
    const { code, err } = await say(line)
    assert.equal(code, 2, line)
    assert.match(err, named)
  }
})

test('what cannot be meant is said in a sentence, with where the help is', async t => {
  const { say } = await commandOn(t)
  for (const [line, sentence, command] of [
    ['ordr 1', 'There is no command ordr. Did you mean order?', ''],
    ['order', 'Name one order.', 'order '],
    ['order 1 --jsn', 'There is no option --jsn. Did you mean --json?', 'order '],
    ['users add', 'To add somebody, give one name.', 'users '],
    ['users remove vera', 'There is no “users remove”: say add or change, or nothing', 'users '],
    ['tokens add --user vera', 'To add one, give --user and --name.', 'tokens '],
    ['tokens revoke abc', 'To revoke one, give its number, as the list of tokens has it.', 'tokens '],
    ['events --state lost', '--state is one of finished, failing, failed, discarded.', 'events '],
    [
      'discard evt_1 --by ann --why for=ann@example.com',
      '--why: name nobody by an e-mail address',
      'discard '
    ],
    ['--hlp', 'There is no command --hlp. Did you mean --help?', ''],
    ['order 1 --foo', 'There is no option --foo.\n', 'order '],
    ['mend-letters retry 1 --no-instal', 'There is no option --no-instal.\n', 'mend-letters '],
    ['replay evt_1 --by ann --why', '--why needs a value.\n', 'replay '],
    ['replay evt_1 --why --by ann', '--why needs a value. One that begins with a dash is', 'replay '],
    ['order 1 --json=yes', '--json takes no value.\n', 'order '],
    ['gaps now', '“now” has no place here: only options have.\n', 'gaps ']
  ] as const) {
    const { code, err } = await say(line)
    assert.equal(code, 2, line)
    assert.ok(err.startsWith(sentence), err)
    assert.ok(err.endsWith(`\nHelp: npx --no-install paidonce ${command}--help`), err)
  }
  assert.deepEqual((await say('order -h')).out, (await say('order --help')).out)
  assert.match((await say('--version')).out, /^\d+\.\d+\.\d+$/)
})

test('no reason holds an e-mail address, in whichever command and however it is written', async t => {
  const { say } = await commandOn(t)
  for (const line of [
    'discard evt_c --by ann --why ann@example.com',
    'discard evt_c --by ann --why=ann@example.com',
    'discard evt_c --why mended --by ann --why ann@example.com',
    'order d --approve --by ann --why=ann@example.com',
    'replay evt_c --by ann --why=ann@example.com --yes',
    'mend-letters discard 4 --by ann --why=ann@example.com',
    'erase --email bea@shop.example --by ann --why=ann@example.com --yes'
  ]) {
    const { code, err } = await say(line)
    assert.equal(code, 2, line)
    assert.match(err, /^--why: name nobody by an e-mail address: it is kept, and viewers read it\.\n/, line)
  }
  assert.equal((await say('discard evt_c --by ann@example.com --why=mended')).code, 0)
})

test('what it cannot do it says, with how to do it, and exits with 2', async t => {
  const { say } = await commandOn(t)
  for (const [line, words] of [
    ['', /no command|<command>/],
    ['ordr 1', /Did you mean order\?/],
    ['__proto__', /no command __proto__/],
    ['events --since yesterday', /--since and --until take a time such as 2h.*paidonce events/s],
    ['events --limit 201', /--limit takes a number from 1 to 200/],
    ['events --limit 0', /--limit/],
    ['events --state lost', /--state is one of finished, failing, failed/],
    ['events --failed --state finished', /Either --failed or --state/],
    ['events --nonsense', /--nonsense.*paidonce events/s],
    ['events a b', /one id or address at most/],
    ['events --after x', /--after: the cursor is not one.*paidonce events --help/s],
    ['orders --mark x', /--mark is one of any, paid_twice/],
    ['letters --status x', /--status is one of owed/],
    ['letters evt_a', /Letters cannot be found by that/],
    ['event', /^Name one event/],
    ['failures --since x', /--since takes/]
  ] as const) {
    const { code, err } = await say(line)
    assert.equal(code, 2, line)
    assert.match(err, words)
  }
})
