import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shopRules } from '@paidonce/core/letters/shop-rules'
import { readConfig, settlePlace } from './config.ts'

const ENOUGH = {
  DATABASE_URL: 'postgres://127.0.0.1/paidonce',
  REDIS_URL: 'redis://127.0.0.1',
  STRIPE_MODE: 'test',
  SMTP_URL: 'smtp://127.0.0.1',
  MAIL_FROM: 'Small Books <mail@shop.example>'
}

test('a shop that says nothing of its looks has letters all the same', () => {
  const { shopName, shopColour, shopLogo } = shopRules(readConfig(ENOUGH))
  assert.deepEqual(
    { shopName, shopColour, shopLogo },
    { shopName: 'Small Books', shopColour: '#1d4ed8', shopLogo: null }
  )
})

test('the name, the colour and the logo that a shop sets are those of its letters', () => {
  const set = {
    SHOP_NAME: 'Tiệm Sách',
    SHOP_COLOR: '#0B7285',
    SHOP_LOGO_URL: 'https://shop.example/logo.png'
  }
  const { shopName, shopColour, shopLogo } = shopRules(readConfig({ ...ENOUGH, ...set }))
  assert.deepEqual(
    [shopName, shopColour, shopLogo],
    ['Tiệm Sách', '#0B7285', 'https://shop.example/logo.png']
  )
})

for (const [name, values, sentence] of [
  [
    'SHOP_COLOR',
    ['teal', '#0b7', '0b7285', '#0b7285;'],
    /SHOP_COLOR is not usable: must be a colour such as #1d4ed8/
  ],
  [
    'SHOP_LOGO_URL',
    ['http://shop.example/logo.png', 'logo.png', 'data:image/png;base64,AAAA'],
    /SHOP_LOGO_URL is not usable: must be an https:\/\/ URL/
  ],
  [
    'MAIL_REPLY_TO',
    ['help', 'help@', 'a@b.example, c@d.example <'],
    /MAIL_REPLY_TO is not usable: must be an address/
  ],
  [
    'OPERATIONS_EMAIL',
    [
      'nobody',
      'anna@',
      'Anna <anna@shop.example>',
      'anna@shop.example;ben@shop.example',
      'a@b.example\r\nBcc: c@d'
    ],
    /OPERATIONS_EMAIL is not usable: must be addresses/
  ],
  [
    'OPERATIONS_EMAIL_EVERY',
    ['15', 'often'],
    /OPERATIONS_EMAIL_EVERY is not usable: must be a number and s, m/
  ],
  [
    'SMTP_URL',
    [
      'smtp://mail.example?logger=true&debug=true',
      'smtp://mail.example?tls.rejectUnauthorized=false&log%67er=true',
      'smtp://mail.example?pool=false&jsonTransport=true',
      'smtps://mail.example/?transactionLog=1'
    ],
    /SMTP_URL is not usable: letters go to the mail server alone, and not into a log: leave out \?logger/
  ],
  ['SMTP_URL', ['smtp://a:50%off@mail.example'], /SMTP_URL is not usable: has a % that is no code/]
] as const) {
  for (const value of values) {
    test(`${name}=${value} is refused with a sentence that does not repeat it`, () => {
      assert.throws(
        () => readConfig({ ...ENOUGH, [name]: value }),
        ({ message }: Error) => sentence.test(message) && !message.includes(value)
      )
    })
  }
}

test('operations have as many addresses as are set, and none if none is', () => {
  const { OPERATIONS_EMAIL } = readConfig({ ...ENOUGH, OPERATIONS_EMAIL: 'anna@shop.example, b+c@d.example' })
  assert.deepEqual(OPERATIONS_EMAIL, ['anna@shop.example', 'b+c@d.example'])
  assert.equal(readConfig(ENOUGH).OPERATIONS_EMAIL, undefined)
})

test('a mail server may be talked to in a way of its own', () => {
  const SMTP_URL = 'smtps://a:50%25off@mail.example?tls.servername=mx.example&requireTLS=true'
  assert.equal(readConfig({ ...ENOUGH, SMTP_URL }).SMTP_URL, SMTP_URL)
})

test('a key of the other mode is refused, and not shown', () => {
  const refused = (key: string, mode: string) => () =>
    readConfig({ ...ENOUGH, STRIPE_MODE: mode, STRIPE_SECRET_KEY: key })
  for (const [key, mode] of [
    ['rk_live_verysecret', 'test'],
    ['sk_test_verysecret', 'live']
  ] as const)
    assert.throws(refused(key, mode), ({ message }: Error) => {
      assert.match(message, /STRIPE_SECRET_KEY is of the other mode/)
      return !message.includes('verysecret')
    })
  assert.throws(
    refused('pk_test_verysecret', 'test'),
    /STRIPE_SECRET_KEY is not usable: must be a key of Stripe/
  )
  assert.equal(readConfig({ ...ENOUGH, STRIPE_SECRET_KEY: 'rk_test_a' }).STRIPE_SECRET_KEY, 'rk_test_a')
})

const SETTLING = {
  SETTLE_PORT: '4402',
  SETTLE_TOKEN: 'a-token-of-some-length',
  STRIPE_SECRET_KEY: 'rk_test_1'
}

test('a port to settle sessions at needs a token and a key of Stripe, and says so at once', () => {
  const place = settlePlace(readConfig({ ...ENOUGH, ...SETTLING }))
  assert.deepEqual(place, { host: '127.0.0.1', port: 4402, token: 'a-token-of-some-length' })
  assert.throws(() => readConfig({ ...ENOUGH, SETTLE_PORT: '4402' }), {
    message: /STRIPE_SECRET_KEY is required: .*\n.*SETTLE_TOKEN is required/
  })
})

test('without that port a token opens nothing, and a short one is refused', () => {
  assert.equal(settlePlace(readConfig({ ...ENOUGH, SETTLE_TOKEN: SETTLING.SETTLE_TOKEN })), undefined)
  assert.throws(() => readConfig({ ...ENOUGH, ...SETTLING, SETTLE_TOKEN: 'short' }), {
    message: /SETTLE_TOKEN is not usable: must be 16 to 200 characters/
  })
})
