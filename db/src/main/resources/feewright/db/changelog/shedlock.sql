--liquibase formatted sql

-- Of no firm: the names hold ids only. The columns are those that ShedLock's JDBC provider asks for.
--changeset feewright:shedlock
create table shedlock (
    name text primary key,
    lock_until timestamptz not null,
    locked_at timestamptz not null,
    locked_by text not null
);
comment on table shedlock is 'cursor: who works at which slice of a run. Saves double work; nothing rests on it';
grant select, insert, update on shedlock to feewright_app;
