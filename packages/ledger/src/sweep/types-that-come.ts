import type { Statement } from '../statement.ts'

/** Types among the newest events that webhooks have brought. Reads `events_received`, and not much of it. */
export const typesThatCome = (): Statement<{ type: string }> => ({
  name: 'types-that-come',
  text: `
    select distinct type from (
      select type, how from events order by received desc, id limit 5000
    ) as newest where how = 'webhook'`,
  values: []
})
