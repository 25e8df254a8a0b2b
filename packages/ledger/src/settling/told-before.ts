/**
 * Facts that earlier readings of the same events told. `ids` is the statement's parameter that holds the events' ids.
 * Looked up for each event, as everywhere here; no event tells a thousand facts.
 */
export const toldBefore = (ids: `$${number}`) => `
  select told.*
  from unnest(${ids}::text[]) as event (id)
  cross join lateral (
    select account, payment_id, kind, event_id, ctid as place from facts where facts.event_id = event.id limit 1000
  ) as told`
