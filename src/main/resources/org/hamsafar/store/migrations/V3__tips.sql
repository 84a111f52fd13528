-- Who wants a tip once a day, and when the last one went out.
alter table session add column tip integer not null default 0;
alter table session add column tipped bigint not null default 0;
