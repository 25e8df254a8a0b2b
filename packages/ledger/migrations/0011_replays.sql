-- Events that a person has read again. What is chosen is written down first, so that whoever queues it may die anywhere.
create table replays (
  id            bigint      generated always as identity primary key,
  who           text        not null,
  why           text        not null,
  asked         json        not null,                -- which events: ids, or a filter
  skips_letters boolean     not null,
  pace          integer     not null,                -- events a second
  total         integer     not null,
  created       timestamptz not null default clock_timestamp(),
  runner        text,                                -- who queues it, and until when it is not to be disturbed
  leased        timestamptz,
  aborted       timestamptz,
  finished      timestamptz                          -- all is queued or left out; whether it was read, its events say
);
create index replays_open on replays (id) where finished is null and aborted is null;

create table replay_events (
  replay bigint      not null references replays (id),
  event  text        not null,
  queued timestamptz,                                -- Redis has it
  left_out text,                                     -- why it cannot be replayed
  primary key (replay, event)
);
create index replay_events_next on replay_events (replay, event) where queued is null and left_out is null;
create index replay_events_event on replay_events (event);
