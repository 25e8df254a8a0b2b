-- An event that waits to be tried again is compared with Stripe's list from its creation on: Redis may lose it yet.
set local lock_timeout = '3s';

-- When Stripe made it; of those alone that were ever noted as not finished.
alter table events add column created timestamptz;
