import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const env = { WEBHOOK_URL: 'http://127.0.0.1:4400/webhook', STRIPE_WEBHOOK_SECRET: 'whsec_a' }

test('the twin needs to know where its events go and how to sign them, and nothing else', () => {
  assert.deepEqual(readConfig(env), {
    host: '127.0.0.1',
    port: 4410,
    target: { url: env.WEBHOOK_URL, secret: 'whsec_a' },
    logLevel: 'info'
  })
})

test('all that is missing or wrong is named at once, and no value is repeated', () => {
  const wrong = {
    PORT: '70000',
    WEBHOOK_URL: 'secret',
    STRIPE_WEBHOOK_SECRET: 'whsec_secret,whsec_b',
    LOG_LEVEL: 'loud'
  }
  assert.throws(
    () => readConfig(wrong),
    (error: Error) => {
      for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(`${name} is not usable`))
      assert.doesNotMatch(error.message, /70000|loud|whsec_secret/)
      return true
    }
  )
  assert.throws(() => readConfig({}), {
    message: /WEBHOOK_URL is required[\s\S]*STRIPE_WEBHOOK_SECRET is required/
  })
})
