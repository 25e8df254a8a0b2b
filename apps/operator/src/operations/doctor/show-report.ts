import { wrapped } from '../wrapped.ts'
import { AREAS, type Finding, type Report, type Status } from './finding.ts'
import { counted } from './words.ts'

const SIGN: Readonly<Record<Status, string>> = { ok: 'ok', warning: 'warning', problem: 'PROBLEM' }
const INDENT = '           '

/** What the doctor found, as an operator reads it in a terminal. Pure. */
export function showReport({ findings, unseen }: Report): string {
  return [
    ...AREAS.flatMap(area =>
      section(
        area,
        findings.filter(finding => finding.area === area)
      )
    ),
    ...(unseen.length === 0
      ? []
      : [
          'not looked at',
          ...unseen.flatMap(({ place, why }) => wrapped(`${place}: ${why}`, '  ', '    ')),
          ''
        ]),
    summary({ findings, unseen })
  ].join('\n')
}

const section = (area: string, findings: readonly Finding[]): string[] =>
  findings.length === 0 ? [] : [area, ...findings.flatMap(lines), '']

const lines = ({ status, says, todo }: Finding): string[] => [
  ...wrapped(says, `  ${SIGN[status].padEnd(7)}  `, INDENT),
  ...(todo === undefined ? [] : wrapped(todo, `${INDENT}→ `, `${INDENT}  `))
]

function summary({ findings, unseen }: Report): string {
  const count = (status: Status) => findings.filter(finding => finding.status === status).length
  const parts = [
    counted(count('problem'), 'problem'),
    counted(count('warning'), 'warning'),
    `${count('ok')} ok`
  ]
  return [...parts, ...(unseen.length === 0 ? [] : [`${unseen.length} not looked at`])].join(', ')
}
