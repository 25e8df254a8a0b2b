import { changedFields } from '../rebuild/changed-fields.ts'
import type { OrderPreview } from './in-steps.ts'

/** What an order may come to besides, a text each: only what is not as it stands or as was said first. Pure. */
export const otherEnds = ({ before, after, newly, otherwise }: OrderPreview): string[] =>
  otherwise.map(other =>
    [
      ...changedFields({ before: after, after: other.after }).map(({ name, now }) => `${name} ${now}`),
      ...differing(other.newly.announcements, newly.announcements).map(one => `announces ${one}`),
      ...differing(other.newly.letters, newly.letters).map(one => `letter ${one}`),
      ...(before !== undefined && JSON.stringify(before) === JSON.stringify(other.after)
        ? ['stays as it is']
        : [])
    ].join(', ')
  )

function differing(these: readonly string[], those: readonly string[]): string[] {
  return [
    ...these.filter(one => !those.includes(one)).map(kindOf),
    ...those.filter(one => !these.includes(one)).map(one => `no ${kindOf(one)}`)
  ]
}

/** What it is about stands before it. */
const kindOf = (one: string) => one.replace(/^.* /, '')
