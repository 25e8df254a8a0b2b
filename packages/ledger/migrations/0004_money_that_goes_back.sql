-- Refunds, disputes and suspicions of fraud as marks of an order. The tables in the order in which the workers lock them.
set local lock_timeout = '3s'; -- who waits behind us is held up no longer; then it is tried again

-- When operations were told by mail. What happened before there was such mail counts as told.
alter table events add column told timestamptz default now();
alter table events alter column told drop default;
create index events_untold on events (failed) where told is null and failed is not null;

alter table orders
  add column refund_failed text[] not null default '{}',  -- refunds whose money did not go back, by id
  add column dispute       text,                          -- the status that most asks for a person, in Stripe's words
  add column fraud         text[] not null default '{}';  -- early_fraud_warning, radar_review
create index orders_alarming on orders (changed desc)
  where paid_twice <> '{}' or mismatch <> '{}' or refund_failed <> '{}' or dispute is not null or fraud <> '{}';

-- A letter that may become untrue because the buyer tries again waits until then. Null: it goes at once.
alter table letters add column not_before timestamptz;

alter table announcements add column told timestamptz default now();
alter table announcements alter column told drop default;
create index announcements_untold on announcements (at) where told is null;
comment on column announcements.payment_id is
  'What it is about: a payment, a refund, a dispute, a warning or a review; empty where an order has only one of its kind';
