import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ALERT_KINDS, type Alert, type AlertKind } from './alert.ts'
import { gatherAlerts } from './gather-alerts.ts'
import { renderOperationsMail } from './operations-mail.ts'

const alert = (kind: AlertKind, more: Partial<Alert> = {}): Alert => ({
  kind,
  at: '2026-11-24T13:14:21.000Z',
  account: '',
  order: '1001',
  payment: 'pi_1',
  about: 'du_1',
  money: { amount: 3_000, currency: 'eur' },
  words: ['fraudulent'],
  ...more
})
const mailOf = (alerts: readonly Alert[], mode: 'test' | 'live' = 'live') =>
  renderOperationsMail(gatherAlerts({}, alerts), mode)
const times = (count: number, one: Alert) => Array.from({ length: count }, () => one)

test('the subject says how much of what, the most pressing first, and the mode unless it is live', () => {
  const alerts = [
    ...times(1_312, alert('event.failed')),
    alert('order.refund_failed'),
    ...times(2, alert('order.disputed'))
  ]
  assert.equal(mailOf(alerts).subject, 'paidonce: 2 disputes, 1 failed refund, 1,312 failed events')
  assert.match(mailOf(alerts, 'test').subject, /^paidonce \(test mode\): 2 disputes/)
})

test('an alert is named with its order, its amount, its ids and the time', () => {
  const { text } = mailOf([alert('order.disputed')])
  assert.match(text, /\* Order 1001 · €30\.00\n {2}fraudulent · du_1 · pi_1 · 2026-11-24 13:14 UTC\n/)
})

test('an event that names no order is named by its type', () => {
  const event = {
    order: null,
    payment: null,
    money: null,
    about: 'evt_1',
    words: ['a.type', 'SQLSTATE_22001']
  }
  assert.match(mailOf([alert('event.failed', event)]).text, /\* a\.type\n {2}SQLSTATE_22001 · evt_1 · 2026/)
})

test('every kind has its sentence, in text and in HTML, and only kinds that occur are spoken of', () => {
  for (const kind of ALERT_KINDS) {
    const { text, html } = mailOf([alert(kind)])
    assert.equal(text.match(/={5,}/g)?.length, 1)
    assert.equal(html.match(/<h2/g)?.length, 1)
  }
})

test('the commands name the newest order that a shell takes as a plain word', () => {
  const nasty = ['$(reboot)', '-rf', '`ls`', 'a b', "it's", '; rm', 'ö', '', '>x', '--json']
  const orders = nasty.map(order => alert('order.review', { order, at: '2026-11-24T14:00:00.000Z' }))
  const own = mailOf([...orders, alert('order.review')]).text
  assert.deepEqual(own.match(/npx --no-install paidonce order .*$/gm)?.slice(0, 2), [
    'npx --no-install paidonce order 1001',
    'npx --no-install paidonce order 1001 --approve --by you --why "…"'
  ])
  assert.doesNotMatch(mailOf(orders).text, /^ +npx --no-install paidonce order/m)

  const connected = (account: string) => mailOf([alert('order.disputed', { account })]).text
  assert.match(connected('acct_1'), /^ {4}npx --no-install paidonce order 1001 --account acct_1$/m)
  assert.doesNotMatch(connected('$(reboot)'), /^ +npx --no-install paidonce order/m)
})

test('a failed event is looked at and replayed by its own id: its order may not be known yet', () => {
  const failed = (about: string, at = '2026-11-24T13:14:21.000Z') => alert('event.failed', { about, at })
  const { text } = mailOf([failed('evt_1'), failed('evt_$(reboot)', '2026-11-24T14:00:00.000Z')])
  assert.deepEqual(text.match(/^ {4}\S.*$/gm), [
    '    npx --no-install paidonce event evt_1',
    '    npx --no-install paidonce replay evt_1 --by you --why "…"',
    '    npx --no-install paidonce failures'
  ])
  assert.doesNotMatch(text, /Resend/)
})

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '" onmouseover="alert(1)',
        '</title><img src=x>',
        '\r\nBcc: everyone@shop.example',
        '\u0000\u001b[2J\u0085\u2028',
        '\u202egnp.exe\u2066',
        '\ud800',
        'evt_1"><b>',
        '</pre>'
      ),
      fc.string({ unit: 'binary' })
    ),
    { maxLength: 4 }
  )
  .map(pieces => pieces.join(''))

const hostileAlert: fc.Arbitrary<Alert> = fc.record({
  kind: fc.constantFrom(...ALERT_KINDS),
  at: fc.constant('2026-11-24T13:14:21.000Z'),
  account: hostile,
  order: fc.option(hostile),
  payment: fc.option(hostile),
  about: fc.option(hostile),
  money: fc.option(fc.record({ amount: fc.maxSafeInteger(), currency: hostile })),
  words: fc.array(hostile, { maxLength: 3 })
})

test('whatever the ids hold, the mail holds no markup but ours, and each line of it is one of ours', () => {
  const tags = /<(?!(\/?(html|head|title|meta|style|body|div|h1|h2|p|b|br|span|pre|a)\b|!doctype))/
  fc.assert(
    fc.property(fc.array(hostileAlert, { minLength: 1, maxLength: 5 }), alerts => {
      const { subject, text, html } = mailOf(alerts)
      assert.match(subject, /^paidonce: [a-z0-9, R]+$/)
      assert.doesNotMatch(html, tags)
      assert.doesNotMatch(html, /<[^>]*\son\w+=|<script/i)
      assert.doesNotMatch(text + html, /[\u202a-\u202e\u2066-\u2069\u2028\u2029]|[^\P{Cc}\n]/u)
      assert.ok((text + html).isWellFormed())
      for (const line of text.split('\n')) assert.doesNotMatch(line, /^Bcc/)
    })
  )
})
