--liquibase formatted sql

--changeset feewright:idempotency_key
create table idempotency_key (
    firm_id uuid not null,
    caller_id uuid not null,
    idempotency_key text not null,
    request_hash text not null,
    primary key (firm_id, caller_id, idempotency_key)
);
comment on table idempotency_key is 'claim: an idempotency key of one caller has had its effect';

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy firm_wall on idempotency_key using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on idempotency_key to feewright_app;
