import { AREAS, type Finding, type Report, type Status } from '../../operations/doctor/finding.ts'
import { counted } from '../../operations/doctor/words.ts'
import { Badge, type Tone } from '../parts/badge.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { Who } from '../who/who.ts'

type Props = Readonly<{ report: Report; who: Who | null }>

/** Whether Stripe, Redis, PostgreSQL and paidonce fit together, and what to do where they do not. */
export const DoctorPage = ({ report, who }: Props) => (
  <Layout title="Doctor" who={who} section="/doctor">
    <p id="verdict" class={`notice lead ${toneOf(report)}`}>
      {verdictOf(report)}
    </p>
    {AREAS.map(area => ({ area, found: report.findings.filter(finding => finding.area === area) }))
      .filter(({ found }) => found.length > 0)
      .map(({ area, found }) => (
        <section key={area} aria-label={area}>
          <h2>{area[0]?.toUpperCase() + area.slice(1)}</h2>
          <Table id={`of-${area}`} columns={COLUMNS} rows={found} empty="" />
        </section>
      ))}
    {report.unseen.length > 0 && (
      <section aria-label="Not looked at">
        <h2>Not looked at</h2>
        {report.unseen.map(({ place, why, isFault }) => (
          <p key={place} class={`notice ${isFault ? 'bad' : 'plain'}`}>{`${place}: ${why}`}</p>
        ))}
      </section>
    )}
  </Layout>
)

const TONES: Readonly<Record<Status, Tone>> = { ok: 'good', warning: 'wait', problem: 'bad' }

const countOf = (findings: readonly Finding[], status: Status) =>
  findings.filter(finding => finding.status === status).length

function toneOf({ findings, unseen }: Report): Tone {
  if (unseen.some(({ isFault }) => isFault)) return 'bad'
  const worst = (['problem', 'warning'] as const).find(status => countOf(findings, status) > 0)
  return TONES[worst ?? 'ok']
}

function verdictOf({ findings, unseen }: Report): string {
  const counts = (['problem', 'warning'] as const).filter(status => countOf(findings, status) > 0)
  const told = counts.map(status => counted(countOf(findings, status), status))
  const hidden = unseen.filter(({ isFault }) => isFault).map(({ place }) => place)
  return [
    told.length === 0 ? 'No problem was found.' : `${told.join(' and ')}.`,
    ...(hidden.length === 0 ? [] : [`${hidden.join(' and ')} could not be looked at.`])
  ].join(' ')
}

const COLUMNS: readonly Column<Finding>[] = [
  { name: 'Verdict', cell: ({ status }) => <Badge tone={TONES[status]}>{status}</Badge> },
  { name: 'Found', cell: ({ says }) => says },
  { name: 'Do this', cell: ({ todo }) => todo }
]
