import { AREAS, type Finding, type Report, type Status } from '../../operations/doctor/finding.ts'
import { counted } from '../../operations/doctor/words.ts'
import { Badge, type Tone } from '../parts/badge.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { Who } from '../who/who.ts'

type Props = Readonly<{ report: Report; who: Who | null }>

/** Whether Stripe, Redis, PostgreSQL and paidonce fit together, and what to do where they do not. */
export const DoctorPage = ({ report: { findings, unseen }, who }: Props) => (
  <Layout title="Doctor" who={who} section="/doctor">
    <p id="verdict" class={`notice lead ${toneOf(findings)}`}>
      {verdictOf(findings)}
    </p>
    {AREAS.map(area => ({ area, found: findings.filter(finding => finding.area === area) }))
      .filter(({ found }) => found.length > 0)
      .map(({ area, found }) => (
        <section key={area} aria-label={area}>
          <h2>{area[0]?.toUpperCase() + area.slice(1)}</h2>
          <Table id={`of-${area}`} columns={COLUMNS} rows={found} empty="" />
        </section>
      ))}
    {unseen.length > 0 && (
      <section aria-label="Not looked at">
        <h2>Not looked at</h2>
        {unseen.map(({ place, why, isFault }) => (
          <p key={place} class={`notice ${isFault ? 'bad' : 'plain'}`}>{`${place}: ${why}`}</p>
        ))}
      </section>
    )}
  </Layout>
)

const TONES: Readonly<Record<Status, Tone>> = { ok: 'good', warning: 'wait', problem: 'bad' }

const countOf = (findings: readonly Finding[], status: Status) =>
  findings.filter(finding => finding.status === status).length

const toneOf = (findings: readonly Finding[]): Tone =>
  (['problem', 'warning'] as const)
    .map(status => countOf(findings, status) > 0 && TONES[status])
    .find(Boolean) || 'good'

function verdictOf(findings: readonly Finding[]): string {
  const counts = (['problem', 'warning'] as const).filter(status => countOf(findings, status) > 0)
  const told = counts.map(status => counted(countOf(findings, status), status))
  return told.length === 0 ? 'No problem was found.' : `${told.join(' and ')}.`
}

const COLUMNS: readonly Column<Finding>[] = [
  { name: 'Verdict', cell: ({ status }) => <Badge tone={TONES[status]}>{status}</Badge> },
  { name: 'Found', cell: ({ says }) => says },
  { name: 'Do this', cell: ({ todo }) => todo }
]
