--liquibase formatted sql

--changeset feewright:idempotency_response
create table idempotency_response (
    firm_id uuid not null,
    caller_id uuid not null,
    idempotency_key text not null,
    status integer not null,
    location text not null,
    body text,
    primary key (firm_id, caller_id, idempotency_key),
    constraint idempotency_response_of_key foreign key (firm_id, caller_id, idempotency_key) references idempotency_key
);
comment on table idempotency_response is 'content: what a writing request was answered the first time; the body may quote customer texts';

alter table idempotency_response enable row level security;
alter table idempotency_response force row level security;
create policy firm_wall on idempotency_response using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update (body) on idempotency_response to feewright_app;
