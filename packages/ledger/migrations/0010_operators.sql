-- Who may look and mend, and what they did.
set local lock_timeout = '3s';

create table users (
  name     text        primary key,
  role     text        not null check (role in ('viewer', 'operator')),
  password text        not null,                 -- a hash that carries its own salt and cost
  created  timestamptz not null default clock_timestamp(),
  disabled timestamptz
);

-- Signed in with a browser: the cookie's hash, so that who reads this table can sign in as nobody.
create table sign_ins (
  hash      bytea       primary key,
  user_name text        not null references users (name) on delete cascade,
  at        timestamptz not null default clock_timestamp(),
  until     timestamptz not null
);
create index sign_ins_user on sign_ins (user_name);
create index sign_ins_until on sign_ins (until);

create table api_tokens (
  id        bigint      generated always as identity primary key,
  hash      bytea       not null unique,
  user_name text        not null references users (name) on delete cascade,
  name      text        not null,                -- what it is for
  created   timestamptz not null default clock_timestamp(),
  until     timestamptz not null,
  revoked   timestamptz
);
create index api_tokens_user on api_tokens (user_name);

-- `about`: the event, letter, replay or job concerned; `result` stays null where whoever did it died on the way.
alter table operator_actions
  add column about    text,
  add column finished timestamptz;
create index operator_actions_at on operator_actions (at desc, id desc);
create index operator_actions_about on operator_actions (about) where about is not null;
