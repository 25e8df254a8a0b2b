-- What finding needs among a million rows. None of it costs an event that goes well more than the one index on its type.
set local lock_timeout = '3s';

-- A type that is seldom among many: disputes. The order of events_received, which serves what is asked of no type.
create index events_type on events (type, received desc, id);
-- Failed, or failing: grouped by cause, and listed. An event that goes well never enters it.
create index events_in_error on events (received desc, id) where error_code is not null;
-- One's own account has most of the events, or all of them: events_received finds them.
create index events_account on events (account, received desc, id) where account <> '';

-- Orders of one status are found by orders_status, those of all by merging its statuses; those that alarm by orders_alarming.
create index orders_refunded on orders (changed desc) where refunded > 0;
create index orders_account on orders (account, changed desc) where account <> '';

-- A refund, dispute, warning or review by its own id. The texts in there were cleaned before they were written, so that ->>
-- does not choke on them.
create index facts_about on facts (coalesce(value ->> 'refund', value ->> 'dispute', value ->> 'warning', value ->> 'review'))
  where kind in ('refund', 'dispute', 'fraud_warning', 'radar_review');

create index letters_status on letters (status, owed desc, id desc);
create index letters_kind on letters (kind, owed desc, id desc);
create index letters_account on letters (account, owed desc, id desc) where account <> '';
