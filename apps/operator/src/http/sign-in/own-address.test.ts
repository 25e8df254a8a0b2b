import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownAddress } from './own-address.ts'

for (const to of [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/x\\..\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  '/x\r\nset-cookie: a=b',
  '/\u00e9',
  '/sign-in?to=//evil.example',
  '',
  undefined,
  ['/a', '/b']
])
  test(`${JSON.stringify(to) ?? 'nothing'} leads to the overview`, () => assert.equal(ownAddress(to), '/'))

for (const to of ['/', '/orders/1001?account=acct_1', '/events?after=x%2Fy#facts'])
  test(`${to} is an address of ours`, () => assert.equal(ownAddress(to), to))
