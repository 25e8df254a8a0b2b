import type { LetterFailures } from '@paidonce/ledger/finding/group-failures'
import { USUAL_CAP } from '../../operations/letters/mend-letters.ts'
import { State } from '../parts/badge.tsx'
import { FormToken } from '../parts/form.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { isAllowed, type Who } from '../who/who.ts'

type Props = Readonly<{ groups: readonly LetterFailures[]; who: Who | null }>

/** Letters that could not be sent, by cause, and what can be done about all of one cause. */
export const Troubles = ({ groups, who }: Props) => (
  <section id="troubles" data-part aria-label="Letters that could not be sent">
    {groups.length > 0 && (
      <>
        <h2>Could not be sent</h2>
        <Table
          id="groups"
          columns={isAllowed('operator', who) ? [...COLUMNS, mendColumn(who)] : COLUMNS}
          rows={groups}
          empty=""
        />
        <h2>All letters</h2>
      </>
    )}
  </section>
)

const COLUMNS: readonly Column<LetterFailures>[] = [
  { name: 'Cause', cell: ({ reason }) => reason ?? <span class="none">not known</span> },
  { name: 'Letter', cell: ({ kind }) => kind.replaceAll('_', ' ') },
  {
    name: 'State',
    cell: ({ status }) => (status === 'owed' ? <State of="failing" /> : <State of={status} />)
  },
  { name: 'Letters', cell: ({ count }) => String(count), isNumber: true },
  { name: 'Newest', cell: ({ last }) => <When at={last} /> }
]

const mendColumn = (who: Who | null): Column<LetterFailures> => ({
  name: 'Mend',
  cell: group => (
    <div class="actions">
      <form method="post" action="/letters/retry">
        <Group group={group} who={who} />
        <button class="quiet" type="submit">
          {group.count === 1 ? 'Try it now' : `Try ${allOf(group)} now`}
        </button>
      </form>
      <details>
        <summary>Discard…</summary>
        <form method="post" action="/letters/discard">
          <Group group={group} who={who} />
          <label>
            Why
            <input name="why" required maxLength={300} autocomplete="off" />
          </label>
          <button class="risky" type="submit">
            {group.count === 1 ? 'Discard it' : `Discard ${allOf(group)}`}
          </button>
        </form>
      </details>
    </div>
  )
})

const allOf = ({ count }: LetterFailures) => (count > USUAL_CAP ? `${USUAL_CAP} of ${count}` : `all ${count}`)

const Group = ({ group, who }: Readonly<{ group: LetterFailures; who: Who | null }>) => (
  <>
    <FormToken who={who} />
    <input type="hidden" name="kind" value={group.kind} />
    <input type="hidden" name="status" value={group.status} />
    {group.reason !== null && <input type="hidden" name="reason" value={group.reason} />}
  </>
)
