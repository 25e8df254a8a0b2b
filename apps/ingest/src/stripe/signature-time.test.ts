import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkSignatureTime } from './signature-time.ts'

const NOW_S = 1_800_000_000

/** [header, the code it is refused with, or undefined], at NOW_S. */
const HEADERS: readonly (readonly [header: string, code: string | undefined])[] = [
  [`t=${NOW_S},v1=abc`, undefined],
  [`v1=abc,t=${NOW_S}`, undefined],
  [`v1=abc, t=${NOW_S}`, undefined],
  [`t=${NOW_S - 300}`, undefined],
  [`t=${NOW_S + 300}`, undefined],
  [`t=${NOW_S - 301}`, 'STALE_SIGNATURE'],
  [`t=${NOW_S + 301}`, 'STALE_SIGNATURE'],
  ['t=0', 'STALE_SIGNATURE'],
  ['', 'MALFORMED_SIGNATURE'],
  ['v1=abc', 'MALFORMED_SIGNATURE'],
  [`T=${NOW_S}`, 'MALFORMED_SIGNATURE'],
  [`at=${NOW_S}`, 'MALFORMED_SIGNATURE'],
  [`t=${NOW_S},t=${NOW_S}`, 'MALFORMED_SIGNATURE'],
  [`t=${NOW_S},v1=abc, t=${NOW_S}`, 'MALFORMED_SIGNATURE'],
  ['t=', 'MALFORMED_SIGNATURE'],
  [`t=${NOW_S}abc`, 'MALFORMED_SIGNATURE'],
  [`t= ${NOW_S}`, 'MALFORMED_SIGNATURE'],
  [`t=${NOW_S}=1`, 'MALFORMED_SIGNATURE'],
  [`t=0x${NOW_S.toString(16)}`, 'MALFORMED_SIGNATURE']
]

for (const [header, code] of HEADERS) {
  test(`the header "${header}" is ${code === undefined ? 'in time' : `refused with ${code}`}`, () => {
    const check = () => checkSignatureTime(header, NOW_S * 1000)
    if (code === undefined) check()
    else assert.throws(check, { code })
  })
}

test('whatever the header is, it is in time or refused with a code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), header => {
      try {
        checkSignatureTime(`t=${header}`, NOW_S * 1000)
      } catch (error) {
        assert.match((error as { code: string }).code, /^(MALFORMED|STALE)_SIGNATURE$/)
      }
    })
  )
})
