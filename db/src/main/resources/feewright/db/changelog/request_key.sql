--liquibase formatted sql

--changeset feewright:request_key
create table request_key (
    firm_id uuid not null,
    caller_id uuid not null,
    request_key text not null,
    request_hash text not null,
    primary key (firm_id, caller_id, request_key)
);
comment on table request_key is 'claim: an idempotency key of one caller has had its effect';

alter table request_key enable row level security;
alter table request_key force row level security;
create policy firm_wall on request_key using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on request_key to feewright_app;
