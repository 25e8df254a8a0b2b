import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatMoney } from './money.ts'

// `_` stands for the no-break space that keeps an amount on one line.
const EXPECTED = [
  [4999, 'vnd', '₫4,999', '4.999_₫'],
  [500, 'jpy', '¥500', '500_¥'],
  [500, 'mga', 'MGA_500', '500_MGA'],
  [3000, 'eur', '€30.00', '30,00_€'],
  [1999, 'usd', '$19.99', '19,99_US$'],
  [5, 'usd', '$0.05', '0,05_US$'],
  [0, 'eur', '€0.00', '0,00_€'],
  [-150, 'eur', '-€1.50', '-1,50_€'],
  [5120, 'kwd', 'KWD_5.120', '5,120_KWD'],
  [500, 'isk', 'ISK_5', '5_ISK'],
  [500, 'ugx', 'UGX_5', '5_UGX'],
  [1000, 'huf', 'HUF_10', '10_HUF'],
  [1045, 'huf', 'HUF_10.45', '10,45_HUF'],
  [80000, 'twd', 'NT$800', '800_NT$'],
  [80045, 'twd', 'NT$800.45', '800,45_NT$'],
  [Number.MAX_SAFE_INTEGER, 'usd', '$90,071,992,547,409.91', '90.071.992.547.409,91_US$'],
  [Number.MAX_SAFE_INTEGER, 'kwd', 'KWD_9,007,199,254,740.991', '9.007.199.254.740,991_KWD'],
  [1999, 'xyz', 'XYZ_19.99', '19,99_XYZ']
] as const

for (const [amount, currency, english, vietnamese] of EXPECTED) {
  test(`${amount} ${currency} at Stripe is ${english} in English and ${vietnamese} in Vietnamese`, () => {
    assert.equal(formatMoney({ amount, currency }, 'en'), english.replace('_', '\u00a0'))
    assert.equal(formatMoney({ amount, currency }, 'vi'), vietnamese.replace('_', '\u00a0'))
  })
}

test('a currency code may come in upper case', () => {
  assert.equal(formatMoney({ amount: 500, currency: 'JPY' }, 'en'), '¥500')
})

test('a code that is none is shown with two decimals', () => {
  assert.equal(formatMoney({ amount: 1999, currency: 'usdt' }, 'en'), 'USDT 19.99')
  assert.equal(formatMoney({ amount: 1999, currency: 'usdt' }, 'vi'), 'USDT 19,99')
})

test('no currency code makes it throw', () => {
  const anyCurrency = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('constructor', '__proto__')
  )
  fc.assert(
    fc.property(fc.maxSafeInteger(), anyCurrency, (amount, currency) => {
      assert.equal(typeof formatMoney({ amount, currency }, 'en'), 'string')
    })
  )
})

test('the digits shown are the digits of the amount, for every amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), amount => {
      const digits = formatMoney({ amount, currency: 'usd' }, 'en').replaceAll(/\D/g, '')
      assert.equal(BigInt(digits), BigInt(Math.abs(amount)))
    })
  )
})

test('an amount that is not an integer is refused', () => {
  assert.throws(() => formatMoney({ amount: 19.99, currency: 'usd' }, 'en'), RangeError)
})
