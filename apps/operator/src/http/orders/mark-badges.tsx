import type { FoundOrder } from '../../operations/finding/find-orders.ts'
import { Badge, type Tone } from '../parts/badge.tsx'

/** What stands beside an order's status, in a word each. */
export const MarkBadges = ({ marks }: Readonly<{ marks: FoundOrder['marks'] }>) => {
  const words = wordsFor(marks)
  if (words.length === 0) return <span class="none">none</span>
  return (
    <>
      {words.map(([word, tone]) => (
        <span key={word}>
          <Badge tone={tone}>{word}</Badge>{' '}
        </span>
      ))}
    </>
  )
}

function wordsFor({ paidTwice, refunded, refundFailed, dispute, fraud, mismatch }: FoundOrder['marks']) {
  const all: readonly (readonly [boolean, string, Tone])[] = [
    [paidTwice.length > 0, 'paid twice', 'bad'],
    [refundFailed.length > 0, 'refund failed', 'bad'],
    [dispute !== null, `dispute ${dispute ?? ''}`, dispute === 'won' ? 'plain' : 'bad'],
    [fraud.length > 0, 'fraud', 'bad'],
    [mismatch.length > 0, 'mismatch', 'bad'],
    [refunded > 0, 'refunded', 'plain']
  ]
  return all.flatMap(([isThere, word, tone]) => (isThere ? [[word, tone] as const] : []))
}
