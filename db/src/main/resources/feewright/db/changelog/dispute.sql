--liquibase formatted sql

--changeset feewright:dispute
create table dispute (
    firm_id uuid not null,
    dispute_id uuid not null,
    processor text not null check (processor in ('stripe', 'simulated')),
    reference text not null,
    payment_id uuid not null,
    invoice_id uuid not null,
    client_id uuid not null,
    currency char(3) not null,
    recorded_at timestamptz not null,
    primary key (firm_id, dispute_id),
    constraint dispute_reference_once unique (firm_id, processor, reference),
    constraint dispute_of_payment
        foreign key (firm_id, payment_id, client_id, currency)
        references journal_entry (firm_id, entry_id, client_id, currency),
    constraint dispute_of_invoice
        foreign key (firm_id, invoice_id, client_id, currency)
        references invoice (firm_id, invoice_id, client_id, currency)
);
create index dispute_by_payment on dispute (firm_id, payment_id);
comment on table dispute is 'fact: that a payment is disputed; its currency is that of the payment. The unique reference is the claim that it was opened';

-- The two tables name each other, so one key comes later, and may be looked at later: an import adds one table after the other. What is there names no dispute, and the walls are up: it is not looked at.
alter table journal_entry
    add constraint journal_entry_of_dispute foreign key (firm_id, dispute_id) references dispute
        deferrable initially immediate not valid;

alter table dispute enable row level security;
alter table dispute force row level security;
create policy firm_wall on dispute using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on dispute to feewright_app;
grant select on dispute to feewright_platform;
