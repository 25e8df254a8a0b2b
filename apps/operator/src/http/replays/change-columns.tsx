import { changedFields } from '../../operations/rebuild/changed-fields.ts'
import type { OrderPreview } from '../../operations/replay/in-steps.ts'
import { otherEnds } from '../../operations/replay/other-ends.ts'
import { orderUrl } from '../orders/order-url.ts'
import { State } from '../parts/badge.tsx'
import type { Column } from '../parts/table.tsx'

/** What becomes of an order: before → after, and what goes out. */
export const CHANGES: readonly Column<OrderPreview>[] = [
  {
    name: 'Order',
    cell: ({ account, order, before }) =>
      before === undefined ? order : <a href={orderUrl({ account, order })}>{order}</a>
  },
  {
    name: 'Status',
    cell: ({ before, after }) =>
      before?.status === after.status ? (
        <State of={after.status} />
      ) : (
        <>
          {before === undefined ? <span class="none">new</span> : <State of={before.status} />} →{' '}
          <State of={after.status} />
        </>
      )
  },
  {
    name: 'Besides',
    cell: change => (
      <>
        {changedFields(change)
          .filter(({ name }) => name !== 'status')
          .map(({ name, then, now }) => (
            <span key={name} class="one">
              <small>{name}</small> {then !== null && then !== 'none' && `${then} → `}
              {now}
            </span>
          ))}
        {otherEnds(change).map(end => (
          <span key={end} class="one">
            <small>or, one by one</small> {end}
          </span>
        ))}
      </>
    )
  },
  {
    name: 'Letters',
    cell: ({ newly }) => <Owed kinds={newly.letters.map(one => kindOf(one).replaceAll('_', ' '))} />
  },
  { name: 'Announcements', cell: ({ newly }) => <Owed kinds={newly.announcements.map(kindOf)} /> }
]

/** What it is about stands before it. */
const kindOf = (owed: string) => owed.replace(/^.* /s, '')

const Owed = ({ kinds }: Readonly<{ kinds: readonly string[] }>) => (
  <>
    {kinds.map((kind, index) => (
      <span key={index} class="one">
        {kind}
      </span>
    ))}
  </>
)
