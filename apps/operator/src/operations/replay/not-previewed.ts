import type { Preview } from './preview.ts'

/** Says of a preview that the replay is larger; undefined where it is not. Pure. */
export const notPreviewed = ({
  total,
  previewed
}: Pick<Preview, 'total' | 'previewed'>): string | undefined =>
  previewed === total
    ? undefined
    : `This is what the first ${previewed} of ${total} events come to. The replay reads all ${total} again.`
