--liquibase formatted sql

--changeset feewright:fraud_warning
create table fraud_warning (
    firm_id uuid not null,
    warning_id uuid not null,
    processor text not null check (processor in ('stripe', 'simulated')),
    reference text not null,
    payment_id uuid not null,
    invoice_id uuid not null,
    client_id uuid not null,
    currency char(3) not null,
    kind text not null,
    actionable boolean not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    refund_proposed boolean not null,
    decision_id uuid not null,
    primary key (firm_id, warning_id),
    constraint fraud_warning_reference_once unique (firm_id, processor, reference),
    constraint fraud_warning_of_payment
        foreign key (firm_id, payment_id, client_id, currency)
        references journal_entry (firm_id, entry_id, client_id, currency),
    foreign key (firm_id, decision_id) references decision
);
create index fraud_warning_by_client on fraud_warning (firm_id, client_id, warning_id);
comment on table fraud_warning is 'fact: that a payment is believed to be fraud, and whether a rule proposes to give it back. The unique reference keeps it once';

alter table fraud_warning enable row level security;
alter table fraud_warning force row level security;
create policy firm_wall on fraud_warning using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on fraud_warning to feewright_app;
grant select on fraud_warning to feewright_platform;
