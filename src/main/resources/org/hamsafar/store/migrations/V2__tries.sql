-- How often a message that was found after a start has been tried: one that ends the process must not do so for ever.
alter table inbox add column tries integer not null default 0;
