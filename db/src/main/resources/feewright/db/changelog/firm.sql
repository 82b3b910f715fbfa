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
