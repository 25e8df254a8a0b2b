-- What was bought: the lines of a Checkout Session, asked of Stripe once it is paid or awaited.
create table line_item_lists (
  account    text        not null,
  session_id text        not null,
  payment_id text        not null,
  order_id   text        not null,
  wanted     timestamptz not null default clock_timestamp(),
  next_try   timestamptz not null default clock_timestamp(),
  attempts   integer     not null default 0,
  fetched    timestamptz,
  given_up   timestamptz,
  reason     text,                    -- why it was not to be had the last time
  lines      json,
  primary key (account, session_id)
);
create index line_item_lists_due on line_item_lists (next_try) where fetched is null and given_up is null;
create index line_item_lists_order on line_item_lists (account, order_id);
