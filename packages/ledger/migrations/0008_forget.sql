-- What is needed to forget: payloads by their age, people by their address; and to read everything again.
set local lock_timeout = '3s';

-- When a person's data was removed from an event. Nothing brings it back: what the event told stays as it is.
alter table events add column erased timestamptz;
create index events_with_payload on events (received)
  where payload is not null and finished is not null and failed is null;
create index letters_recipient on letters (lower(recipient)) where recipient is not null;

-- How far a rebuild has come, so that one that was killed goes on.
create table rebuilds (
  id       bigint      generated always as identity primary key,
  started  timestamptz not null default clock_timestamp(),
  asked    text        not null,               -- which events, read by which rules
  after    text        not null default '',    -- the last event that was looked at
  looked   bigint      not null default 0,
  changed  bigint      not null default 0,
  finished timestamptz
);
create index rebuilds_unfinished on rebuilds (started desc) where finished is null;
