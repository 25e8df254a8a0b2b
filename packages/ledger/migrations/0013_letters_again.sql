-- A letter that a person wants sent once more, or tried at once.
set local lock_timeout = '3s';

-- `round`: how often a person gave it back to be handed over; each round is a job of its own, and only the newest sends.
-- `sending`: how often it was wanted once more although it may have arrived; each sending has a Message-ID of its own.
alter table letters
  add column round   integer not null default 0,
  add column sending integer not null default 0,
  add column asked   timestamptz,                -- when a person did so last: the time for its tries begins anew
  add column address text;                       -- where a person wants it to go, in place of the buyer's own
create index letters_address on letters (lower(address)) where address is not null;
