import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPorts } from '@paidonce/local-stack/start/settings'
import { withUsualValues } from './usual-values.ts'

const usual = readPorts({})
const used = readPorts({ PAIDONCE_WEBHOOK_PORT: '21400', PAIDONCE_MAIL_PORT: '21402' })

test('ports are shown as they are where nobody moved them', () => {
  const shown = withUsualValues('http://127.0.0.1:21400/webhook http://127.0.0.1:21402', { used, usual })
  assert.equal(shown, 'http://127.0.0.1:4400/webhook http://127.0.0.1:4480')
})

test('a secret is never shown, and what only speaks of secrets is as it was', () => {
  const secret = `whsec_${'aB-_'.repeat(8)}`
  const shown = withUsualValues(`${secret} STRIPE_WEBHOOK_SECRET=whsec_…`, { used, usual })
  assert.equal(shown, 'whsec_… STRIPE_WEBHOOK_SECRET=whsec_…')
  assert.equal(
    withUsualValues('operator with the password aB-_aB-_aB-_aB-_', { used, usual }),
    'operator with the password …'
  )
})
