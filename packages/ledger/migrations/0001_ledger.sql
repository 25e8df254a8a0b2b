-- Everything paidonce knows. Kinds and states are plain text: a new one needs no migration.
-- '' stands for one's own account, and for "no payment" in facts about the order itself.

-- One row. A database serves test mode or live mode, never both.
create table paidonce (
  only_row boolean primary key default true check (only_row),
  mode     text not null check (mode in ('test', 'live'))
);

-- The ledger: a log of events finished or failed. A log, not a gate: a replay goes through.
create table events (
  account      text        not null default '',
  id           text        not null,
  mode         text        not null,
  type         text        not null,
  session_id   text,
  payment_id   text,
  order_id     text,
  email        text,
  received     timestamptz not null,
  how          text        not null,
  finished     timestamptz,
  failed       timestamptz,             -- given up until somebody replays it
  attempts     integer     not null default 0,
  error_code   text,
  error_text   text,
  code_version text        not null,
  payload      json,                    -- text as Stripe sent it; jsonb would refuse NUL escapes. Erased by age
  primary key (id)
);
create index events_received on events (received desc, id);
create index events_unfinished on events (received) where finished is null;
create index events_session on events (session_id) where session_id is not null;
create index events_payment on events (payment_id) where payment_id is not null;
create index events_order on events (account, order_id) where order_id is not null;
create index events_email on events (lower(email)) where email is not null;

-- Which order a payment belongs to: said once, by the first event that names both. Also the lock of a settlement.
create table payments (
  account  text not null,
  id       text not null,
  order_id text,
  primary key (account, id)
);
create index payments_order on payments (account, order_id) where order_id is not null;

create table orders (
  account    text        not null,
  id         text        not null,
  status     text        not null default 'pending',
  paid_twice text[]      not null default '{}',  -- payments somebody must refund
  refunded   bigint      not null default 0,     -- minor units
  mismatch   text[]      not null default '{}',  -- what the money guard objects to
  created    timestamptz not null default now(),
  changed    timestamptz not null default now(),
  settled_by integer     not null default 0,     -- version of the rules that settled it last
  unsettled  boolean     not null default true,  -- facts were added that nobody settled yet
  primary key (account, id)
);
create index orders_unsettled on orders (account, id) where unsettled;
create index orders_settled_by on orders (settled_by);
create index orders_status on orders (status, changed desc);
create index orders_marked on orders (changed desc) where paid_twice <> '{}' or mismatch <> '{}';

create table facts (
  account    text not null,
  event_id   text not null,             -- or 'registration', 'approval' for what a person told
  payment_id text not null,             -- '' for facts about the order itself
  kind       text not null,
  order_id   text,                      -- the order this event named
  value      json not null,
  primary key (event_id, payment_id, kind, account)
);
create index facts_payment on facts (account, payment_id) where payment_id <> '';

-- What a person tells has no event of its own; it is keyed by the order.
create unique index facts_of_order on facts (account, order_id, kind) where payment_id = '';

create table fulfilments (
  account    text        not null,
  order_id   text        not null,
  payment_id text        not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (account, order_id),
  unique (account, payment_id)          -- one payment never fulfils two orders
);

create table letters (
  id          bigint generated always as identity primary key,
  account     text        not null,
  payment_id  text        not null,
  kind        text        not null,
  order_id    text        not null,
  status      text        not null default 'owed',   -- owed, sent, withdrawn, given_up
  owed        timestamptz not null default clock_timestamp(),
  handed_over timestamptz,
  checked     timestamptz,                           -- last look before sending
  done        timestamptz,
  attempts    integer     not null default 0,
  recipient   text,
  locale      text,
  reason      text,                                  -- why it was withdrawn or given up, or failed last
  unique (account, payment_id, kind)
);
create index letters_owed on letters (handed_over nulls first, id) where status = 'owed';
create index letters_order on letters (account, order_id);

create table announcements (
  id          bigint generated always as identity primary key,
  account     text        not null,
  order_id    text        not null,
  kind        text        not null,
  payment_id  text        not null default '',
  at          timestamptz not null default clock_timestamp(),
  data        json        not null,
  handed_over timestamptz,
  done        timestamptz,
  unique (account, order_id, kind, payment_id)
);
create index announcements_owed on announcements (handed_over nulls first, id) where done is null;

create table operator_actions (
  id       bigint generated always as identity primary key,
  at       timestamptz not null default clock_timestamp(),
  who      text        not null,
  what     text        not null,
  account  text        not null,
  order_id text,
  why      text,
  result   text
);
create index operator_actions_order on operator_actions (account, order_id);
