import type { Course } from '../../operations/overview/courses.ts'
import type { Finding } from '../../operations/overview/judge.ts'
import type { JobsReport, Report } from '../../operations/overview/report.ts'
import { Badge } from '../parts/badge.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import type { Who } from '../who/who.ts'
import { Chart } from './chart.tsx'
import { age, seconds } from './durations.ts'

type Props = Readonly<{
  report: Report
  findings: readonly Finding[]
  /** null: PostgreSQL does not answer. */
  hour: Course | null
  day: Course | null
  who: Who | null
}>

/** Is all well? One sentence first; then what the numbers are. */
export const OverviewPage = ({ report, findings, hour, day, who }: Props) => (
  <Layout title="Overview" who={who} section="/" isLive>
    <div id="verdict" data-part>
      {findings.length === 0 ? (
        <p class="notice good lead">All is well.</p>
      ) : (
        findings.map(({ tone, sentence, url }, index) => (
          <p key={sentence} class={`notice ${tone}${index === 0 ? ' lead' : ''}`}>
            {url === null ? sentence : <a href={url}>{sentence}</a>}
          </p>
        ))
      )}
    </div>
    <div class="charts">
      {hour && <Chart id="hour" title="Events in the last hour" course={hour} />}
      {day && <Chart id="day" title="Events in the last day" course={day} />}
    </div>
    <section id="work" data-part aria-labelledby="work-heading">
      <h2 id="work-heading">Work</h2>
      <Ledger report={report} />
    </section>
    {report.jobs && (
      <>
        <h2>Queues</h2>
        <Table id="queues" columns={columnsAt(report.atMs)} rows={rowsOf(report.jobs)} empty="" />
      </>
    )}
    {report.ledger && report.ledger.gaps.length > 0 && (
      <section id="gaps" data-part aria-labelledby="gaps-heading">
        <h2 id="gaps-heading">Did we miss any?</h2>
        <Facts>
          {report.ledger.gaps.map(({ account, gap, asOf }) => (
            <Fact key={account} name={account === '' ? 'Own account' : account}>
              gap {String(gap)} as of <When at={asOf} />
            </Fact>
          ))}
        </Facts>
      </section>
    )}
  </Layout>
)

const Ledger = ({ report: { ledger } }: Readonly<{ report: Report }>) =>
  ledger === null ? (
    <p class="none">Not known while PostgreSQL does not answer.</p>
  ) : (
    <Facts>
      <Fact name="Received to finished, half of them">{seconds(ledger.p50)}</Fact>
      <Fact name="Received to finished, 99 of 100">{seconds(ledger.p99)}</Fact>
      <Fact name="Events failing / failed">{`${ledger.failing} / ${ledger.failed}`}</Fact>
      <Fact name="Orders to be reviewed">{String(ledger.review)}</Fact>
      <Fact name="Letters owed / failing">{`${ledger.lettersOwed} / ${ledger.lettersFailing}`}</Fact>
      <Fact name="Announcements owed">{String(ledger.announcementsOwed)}</Fact>
    </Facts>
  )

type Row = JobsReport['events'] & Readonly<{ name: string }>

const rowsOf = (jobs: JobsReport): Row[] => [
  { name: 'Events', ...jobs.events },
  { name: 'Letters', ...jobs.letters },
  { name: 'Announcements', ...jobs.announcements }
]

const columnsAt = (nowMs: number): readonly Column<Row>[] => [
  {
    name: 'Queue',
    cell: ({ name, paused }) => (
      <>
        {name} {paused.length > 0 && <Badge tone="bad">paused</Badge>}
      </>
    )
  },
  { name: 'Waiting', cell: ({ waiting }) => String(waiting), isNumber: true },
  { name: 'Active', cell: ({ active }) => String(active), isNumber: true },
  { name: 'Again later', cell: ({ delayed }) => String(delayed), isNumber: true },
  { name: 'Failed', cell: ({ failed }) => String(failed), isNumber: true },
  {
    name: 'Oldest waits for',
    cell: ({ oldestMs }) => (oldestMs === null ? <span class="none">–</span> : age(nowMs - oldestMs)),
    isNumber: true
  }
]
