import type { Alerts } from './gather-alerts.ts'
import { operationsPage } from './operations-page.ts'
import { operationsText } from './operations-text.ts'
import { type Section, sectionsOf } from './sections.ts'

/** The mail with all that is on it, each a plain text on one line. */
export type OperationsMail = Readonly<{
  title: string
  sections: readonly Section[]
  hints: readonly string[]
}>

export type RenderedMail = Readonly<{ subject: string; text: string; html: string }>

const HINTS = [
  'In containers, for "npx --no-install paidonce": docker compose exec worker node apps/operator/dist/cli/main.js',
  'More about each of these: docs/operations.md. Who gets this mail: OPERATIONS_EMAIL.'
]

/**
 * What the people who run the shop are told, ready to send. Ids may come from a stranger: the subject holds none of them,
 * and the HTML no markup but ours.
 */
export function renderOperationsMail(alerts: Alerts, mode: 'test' | 'live'): RenderedMail {
  const sections = sectionsOf(alerts, mode)
  const subject = `paidonce${mode === 'test' ? ' (test mode)' : ''}: ${sections.map(({ title }) => title).join(', ')}`
  const mail = { title: subject, sections, hints: HINTS }
  return { subject, text: operationsText(mail), html: operationsPage(mail) }
}
