--liquibase formatted sql

--changeset feewright:transfer
create table transfer (
    firm_id uuid not null,
    source_id uuid not null,
    transfer_no integer not null check (transfer_no > 0),
    client_id uuid not null,
    currency char(3) not null,
    debit text not null,
    credit text not null,
    amount_minor bigint not null check (amount_minor > 0),
    invoice_id uuid,
    grant_id uuid,
    entry_id uuid,
    booked_on date not null,
    recorded_at timestamptz not null,
    primary key (firm_id, source_id, transfer_no),
    constraint transfer_accounts check (
        debit <> credit
            and debit in ('receivable', 'client_credit', 'revenue_package', 'revenue_hourly', 'revenue_expense',
                'revenue_manual', 'cash', 'refund', 'write_off', 'allowance', 'breakage', 'disputed', 'dispute_fee', 'chargeback_loss',
                'suspense', 'other_loss')
            and credit in ('receivable', 'client_credit', 'revenue_package', 'revenue_hourly', 'revenue_expense',
                'revenue_manual', 'cash', 'refund', 'write_off', 'allowance', 'breakage', 'disputed', 'dispute_fee', 'chargeback_loss',
                'suspense', 'other_loss')),
    constraint transfer_names_invoice check ((invoice_id is not null) = ('receivable' in (debit, credit))),
    constraint transfer_names_grant check ((grant_id is not null) = ('client_credit' in (debit, credit))),
    constraint transfer_has_source check (source_id = coalesce(entry_id, invoice_id)),
    constraint transfer_of_invoice
        foreign key (firm_id, invoice_id, client_id, currency)
        references invoice (firm_id, invoice_id, client_id, currency),
    constraint transfer_of_grant
        foreign key (firm_id, grant_id, client_id, currency)
        references credit_grant (firm_id, grant_id, client_id, currency),
    constraint transfer_of_entry
        foreign key (firm_id, entry_id, client_id, currency)
        references journal_entry (firm_id, entry_id, client_id, currency)
);
create index transfer_by_client on transfer (firm_id, client_id, booked_on, source_id);
create index transfer_by_day on transfer (firm_id, booked_on);
-- The transfers of an issue are found by their source, which is the invoice.
create index transfer_after_issue on transfer (firm_id, invoice_id) where entry_id is not null and invoice_id is not null;
create index transfer_by_grant on transfer (firm_id, grant_id) where grant_id is not null;
create index transfer_of_suspense on transfer (firm_id, entry_id) where debit = 'suspense' or credit = 'suspense';
comment on table transfer is 'fact: an amount taken from one account (credit) to another (debit): the only place where money is recorded. Its source is an entry or, for an issue, the invoice';

alter table transfer enable row level security;
alter table transfer force row level security;
create policy firm_wall on transfer using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on transfer to feewright_app;
grant select on transfer to feewright_platform;
