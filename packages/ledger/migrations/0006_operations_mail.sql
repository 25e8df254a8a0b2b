set local lock_timeout = '3s';

-- Mails to the people who run the shop, one row each. At most one is under way, however many workers there are.
create table operations_mails (
  id       uuid        primary key default gen_random_uuid(),  -- also its Message-ID
  opened   timestamptz not null default now(),
  next_try timestamptz not null,                -- whoever takes it moves this on, and so holds it until then
  until    timestamptz,                         -- alerts after the first try are for the next mail
  alerts   json        not null default '{}',   -- counts and examples of what it tells
  gathered timestamptz,                         -- alerts are complete: every try sends the same
  attempts integer     not null default 0,
  sent     timestamptz,
  reason   text                                 -- why it could not be sent the last time
);
create unique index operations_mails_unsent on operations_mails ((true)) where sent is null;
create index operations_mails_sent on operations_mails (sent);

-- By kind first: most announcements alarm nobody and stay untold.
drop index announcements_untold;
create index announcements_untold on announcements (kind, at) where told is null;
