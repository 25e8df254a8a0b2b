-- A sweep begins no later than what the last one saw waiting: Redis may lose it yet.
set local lock_timeout = '3s';

-- The creation of the oldest event that was listed, up to `until`, while it had a job and was not finished.
alter table sweeps add column unfinished timestamptz;
