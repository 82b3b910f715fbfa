--liquibase formatted sql

-- Of no firm: which rules an instance judges by is the same for all of them.
--changeset feewright:instance_rules
create table instance_rules (
    instance_id uuid primary key,
    pack_hash text not null,
    loaded_at timestamptz not null,
    seen_at timestamptz not null
);
comment on table instance_rules is 'cursor: which rule pack each running instance has, since when, and when it last said so. Nothing rests on it';
grant select, insert, update, delete on instance_rules to feewright_app;
