--liquibase formatted sql

--changeset feewright:simulated_refund
create table simulated_refund (
    firm_id uuid not null,
    key uuid not null,
    payment_key uuid not null,
    currency char(3) not null,
    amount_minor bigint not null check (amount_minor > 0),
    made_at timestamptz not null,
    primary key (firm_id, key)
);
create index simulated_refund_of on simulated_refund (firm_id, payment_key);
comment on table simulated_refund is 'fact: the refunds of the simulated processor, which knows nothing of our tables';

alter table simulated_refund enable row level security;
alter table simulated_refund force row level security;
create policy firm_wall on simulated_refund using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on simulated_refund to feewright_app;
grant select on simulated_refund to feewright_platform;
