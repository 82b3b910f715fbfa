--liquibase formatted sql

--changeset feewright:firm
create table firm (
    firm_id uuid primary key,
    name text not null,
    zone text not null
);
comment on table firm is 'fact: the tenants of this installation; the name is public within the platform';

alter table firm enable row level security;
alter table firm force row level security;
create policy firm_wall on firm using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on firm to feewright_app;
grant select on firm to feewright_platform;

--changeset feewright:firm-test
alter table firm add column test boolean not null default false;
alter table firm add constraint firm_test_once unique (firm_id, test);
comment on column firm.test is 'whether the firm may have a clock of its own; a fact like the rest of the row';
