--liquibase formatted sql

--changeset feewright:live_payment_attempt
create table live_payment_attempt (
    firm_id uuid not null,
    invoice_id uuid not null,
    attempt_id uuid not null,
    primary key (firm_id, invoice_id),
    foreign key (firm_id, attempt_id) references payment_attempt
);
create index live_payment_attempt_by_attempt on live_payment_attempt (firm_id, attempt_id);
comment on table live_payment_attempt is 'claim: the one attempt at an invoice that is not over';

alter table live_payment_attempt enable row level security;
alter table live_payment_attempt force row level security;
create policy firm_wall on live_payment_attempt using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on live_payment_attempt to feewright_app;
grant select on live_payment_attempt to feewright_platform;
