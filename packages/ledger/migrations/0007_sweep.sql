-- Stripe's own list of events, compared with what came: one row for each window that was read, or could not be.
create table sweeps (
  id      bigint      generated always as identity primary key,
  account text        not null,
  since   timestamptz not null,             -- of the events' creation, both ends included
  until   timestamptz not null,
  at      timestamptz not null default clock_timestamp(),
  pages   integer     not null default 0,
  listed  integer     not null default 0,
  missed  integer     not null default 0,   -- listed, neither finished nor queued; queued then
  error   text,                             -- null: it was read whole, and all that was missing is queued
  out_of_reach boolean  not null default false  -- Stripe does not list so old events any more
);
create index sweeps_whole on sweeps (account, until desc) where error is null;
create index sweeps_at on sweeps (account, at desc);

-- Events that a sweep found missing. Noted before they are queued.
create table missed_events (
  id      text        primary key,
  account text        not null,
  type    text        not null,
  created timestamptz not null,
  found   timestamptz not null default clock_timestamp(),
  cause   text        not null,             -- the likely one
  told    timestamptz
);
create index missed_events_found on missed_events (found desc);
create index missed_events_untold on missed_events (found) where told is null;
