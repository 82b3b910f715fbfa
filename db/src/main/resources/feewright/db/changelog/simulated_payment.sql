--liquibase formatted sql

--changeset feewright:simulated_payment
create table simulated_payment (
    firm_id uuid not null,
    key uuid not null,
    calls integer not null default 0,
    invoice_id uuid,
    card text,
    currency char(3),
    amount_minor bigint check (amount_minor > 0),
    made_at timestamptz,
    primary key (firm_id, key),
    constraint simulated_payment_is_whole check (
        num_nonnulls(invoice_id, card, currency, amount_minor, made_at) in (0, 5))
);
create index simulated_payment_by_invoice on simulated_payment (firm_id, invoice_id);
comment on table simulated_payment is 'cursor: the books of the simulated processor, which stands for a company outside. No money moves by it';

alter table simulated_payment enable row level security;
alter table simulated_payment force row level security;
create policy firm_wall on simulated_payment using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on simulated_payment to feewright_app;
grant select on simulated_payment to feewright_platform;
