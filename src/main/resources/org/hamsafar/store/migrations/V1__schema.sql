-- One schema for SQLite and PostgreSQL. What could tell who asked or what was asked is sealed
-- (encrypted) before it comes here; names of conversations are keyed digests.

-- A message from a platform. Its sealed content is gone once it is answered; the digest of its key
-- stays for some days, so that a second delivery is known.
create table inbox (
  id bigint primary key,
  message_key varchar(64) not null unique,
  conversation varchar(64) not null,
  sealed varchar,
  received bigint not null
);

create index inbox_unanswered on inbox (id) where sealed is not null;

-- A message to send. The row is deleted once the platform has taken it.
create table outbox (
  id bigint primary key,
  conversation varchar(64) not null,
  channel varchar(32) not null,
  send_key varchar(80) not null unique,
  sealed varchar not null
);

create table session (
  conversation varchar(64) primary key,
  channel varchar(32) not null,
  sealed varchar not null,
  nudge integer not null,
  nudged bigint not null,
  seen bigint not null
);

create index session_seen on session (seen);

-- Questions that nothing answers. Nothing tells who asked; the day is the week's first.
create table gap (
  id bigint primary key,
  sealed varchar not null,
  week varchar(10) not null
);

create table feedback (
  entry varchar(200) not null,
  right_count bigint not null,
  wrong_count bigint not null,
  primary key (entry)
);

create table ticket (
  number bigint primary key,
  conversation varchar(64) not null,
  sealed varchar not null,
  opened bigint not null
);

create index ticket_conversation on ticket (conversation);

-- Who may do what only one process may do.
create table lease (
  name varchar(64) primary key,
  holder varchar(64) not null,
  until bigint not null
);
