-- What came of an event in one replay, kept before another one reads it again.
set local lock_timeout = '3s';

alter table replay_events
  add column outcome text,                           -- 'finished' or 'failed'; null: as the event stands now
  add column error   text;                           -- why it failed
