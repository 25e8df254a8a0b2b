-- What Stripe says of payments, refunds and disputes, compared with what was settled.
set local lock_timeout = '3s';

-- When Stripe was first seen to say that what fulfilled is paid.
alter table fulfilments add column confirmed timestamptz;
create index fulfilments_unconfirmed on fulfilments (account, at, payment_id) where confirmed is null;

create table reconciliations (
  id       bigint      generated always as identity primary key,
  account  text        not null,
  how      text        not null,             -- nightly, asked
  since    timestamptz not null,             -- of the objects' creation at Stripe
  until    timestamptz not null,
  started  timestamptz not null default clock_timestamp(),
  finished timestamptz,                      -- null: under way, or broken off
  looked   integer     not null default 0,
  error    text                              -- null: all was looked at
);
create index reconciliations_started on reconciliations (account, started desc);

-- Each difference once, however many reconciliations see it.
create table differences (
  account    text        not null,
  kind       text        not null,           -- paid_not_fulfilled, fulfilled_not_paid, different
  about      text        not null,           -- a payment, a refund or a dispute
  payment_id text        not null,
  order_id   text        not null,
  at_stripe  text        not null,
  known      text        not null,
  run        bigint      not null,           -- the last reconciliation that saw it
  found      timestamptz not null default clock_timestamp(),
  repairing  timestamptz,                    -- when what Stripe says was queued, to be settled like an event
  told       timestamptz,
  primary key (account, kind, about)
);
create index differences_of_run on differences (run, kind, about);
create index differences_untold on differences (found) where told is null;
