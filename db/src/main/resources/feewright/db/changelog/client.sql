--liquibase formatted sql

--changeset feewright:client
create table client (
    firm_id uuid not null references firm,
    client_id uuid not null,
    registered_at timestamptz not null,
    primary key (firm_id, client_id)
);
comment on table client is 'fact: who pays; the name is content';

alter table client enable row level security;
alter table client force row level security;
create policy firm_wall on client using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on client to feewright_app;
grant select on client to feewright_platform;
