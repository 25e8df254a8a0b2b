-- Payloads that their age takes: of events that were finished, and of those that somebody said nobody will mend.
set local lock_timeout = '3s';

drop index events_with_payload;
create index events_with_payload on events (received)
  where payload is not null and (finished is not null and failed is null or discarded is not null);
