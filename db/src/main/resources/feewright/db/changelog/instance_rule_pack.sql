--liquibase formatted sql

-- Of no firm: which rules an instance judges by is the same for all of them.
--changeset feewright:instance_rule_pack
create table instance_rule_pack (
    instance_id uuid primary key,
    pack_hash text not null,
    loaded_at timestamptz not null,
    seen_at timestamptz not null
);
comment on table instance_rule_pack is 'cursor: which rule pack each running instance has, since when, and when it last said so. Nothing rests on it';
grant select, insert, update, delete on instance_rule_pack to feewright_app;
