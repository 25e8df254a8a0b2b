-- An event that failed, and that somebody said nobody will mend.
set local lock_timeout = '3s';

alter table events add column discarded timestamptz;
