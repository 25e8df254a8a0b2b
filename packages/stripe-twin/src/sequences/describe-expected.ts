import type { Expected, LetterEnd } from './expected.ts'

/** How such an order must end, in a few words. */
export function describeExpected(expected: Expected): string {
  const { status, mayBeRefundedFirst, letters, paidTwice, refunded, refundsFailed, dispute, fraud } = expected
  if (status === null) return 'no order'
  return [
    mayBeRefundedFirst ? `${status} (review if the refund is heard of first)` : status,
    ...(refunded === 'nothing' ? [] : [`${refunded} refunded`]),
    ...(refundsFailed === 0 ? [] : [count(refundsFailed, 'failed refund')]),
    ...(dispute === null ? [] : [`dispute ${dispute}`]),
    ...fraud,
    ...Object.entries(letters).map(([kind, end]) => LETTERS[end](kind)),
    ...(paidTwice === 0 ? [] : [`${count(paidTwice, 'payment')} to refund`])
  ].join(', ')
}

const LETTERS: Readonly<Record<LetterEnd, (kind: string) => string>> = {
  sent: kind => `1 letter (${kind})`,
  'sent or withdrawn': kind => `1 letter (${kind}), sent or withdrawn`,
  perhaps: kind => `perhaps 1 letter (${kind})`
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
