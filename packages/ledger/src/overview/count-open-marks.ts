import { isMarked, OPEN_MARKS, type OpenMark } from '../finding/order-marks.ts'
import type { Statement } from '../statement.ts'
import { MOST_COUNTED } from './look-at-ledger.ts'

/** Orders of each mark of which somebody has still to do something. */
export type OpenMarks = Readonly<Record<OpenMark, number>>

/** Reads the marked orders once, those that changed last: a shop that has more of them in such a state knows it by its reviews. */
export const countOpenMarks = (): Statement<OpenMarks> => ({
  name: 'overview-open-marks',
  text: `
    select ${OPEN_MARKS.map(mark => `(count(*) filter (where ${isMarked(mark)}))::int as ${mark}`).join(', ')}
    from (select account, id, paid_twice, refund_failed, dispute, fraud from orders where ${isMarked('any')}
          order by changed desc limit ${MOST_COUNTED}) as orders`,
  values: []
})
