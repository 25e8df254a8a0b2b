import assert from 'node:assert/strict'
import { test } from 'node:test'
import { welcome } from './welcome.ts'

const SHOWN = {
  webhookUrl: 'http://w',
  webhookSecret: 'whsec_x',
  mailUrl: 'http://m',
  consoleUrl: 'http://c',
  operator: undefined,
  hasOwnSecret: true,
  color: false
}

test('the block has every label in one column and asks for a Stripe secret only while there is none', () => {
  const text = welcome({ ...SHOWN, hasOwnSecret: false })
  const labelled = text.split('\n').filter(line => /^ {2}[A-Z]/.test(line))
  for (const line of labelled) assert.match(line, /^ {2}(?=.{17}\S)[A-Z][a-z A-Z]+ {2,}\S/)
  assert.ok(labelled.length >= 7)
  assert.match(text, /npm run trigger -- card --order 1001/)
  assert.match(text, /--print-secret/)
  assert.doesNotMatch(welcome(SHOWN), /--print-secret/)
  assert.doesNotMatch(text, /Shop/)
})

test('the block names the shop, and that it is deaf without stripe listen where it sells through Stripe', () => {
  const said = (isAtStripe: boolean) => welcome({ ...SHOWN, shop: { url: 'http://shop', isAtStripe } })
  assert.match(said(false), /\n {2}Shop {13}http:\/\/shop\n.*no money moves\n/)
  assert.match(said(true), /\n {2}Shop {13}http:\/\/shop\n.*only while `stripe listen` \(below\) runs\n/)
})

test('the password of a new operator is shown, and later how to get another', () => {
  const fresh = welcome({ ...SHOWN, operator: { name: 'operator', password: 'one-word' } })
  assert.match(fresh, /\n {2}Console {10}http:\/\/c\n +sign in as operator with the password one-word\n/)
  assert.match(welcome(SHOWN), /npx --no-install paidonce users change operator --new-password/)
})
