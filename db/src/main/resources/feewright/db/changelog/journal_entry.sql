--liquibase formatted sql

--changeset feewright:journal_entry
create table journal_entry (
    firm_id uuid not null,
    entry_id uuid not null,
    kind text not null,
    client_id uuid not null,
    currency char(3) not null,
    amount_minor bigint not null,
    booked_on date not null,
    invoice_id uuid,
    grant_id uuid,
    of_entry_id uuid,
    dispute_id uuid,
    suspense_id uuid,
    method text check (method in ('cheque', 'wire', 'cash', 'other', 'processor')),
    automatic boolean,
    series text,
    number bigint check (number > 0),
    by_hand boolean,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    decision_id uuid not null,
    primary key (firm_id, entry_id),
    constraint journal_entry_source_key unique (firm_id, entry_id, client_id, currency),
    constraint journal_entry_method_key unique (firm_id, entry_id, method),
    constraint journal_entry_number_once unique (firm_id, series, number),
    -- Only a void of an invoice over nothing, and the release of time that came to nothing, move nothing.
    constraint journal_entry_moves check (
        amount_minor > 0 or (amount_minor = 0 and kind in ('invoice_voided', 'invoice_credited'))),
    constraint journal_entry_parts check (
        case kind
            when 'invoice_voided' then invoice_id is not null and num_nonnulls(grant_id, of_entry_id, method, automatic, number) = 0
            when 'payment_received' then method is not null and num_nonnulls(grant_id, of_entry_id, automatic, number) = 0
            when 'payment_refunded' then of_entry_id is not null and num_nonnulls(grant_id, method, automatic, number) = 0
            when 'payment_returned' then of_entry_id is not null and num_nonnulls(grant_id, method, automatic, number) = 0
            -- What a processor collected is never reversed.
            when 'payment_reversed' then
                num_nonnulls(of_entry_id, method) = 2 and method <> 'processor' and num_nonnulls(grant_id, automatic, number) = 0
            when 'refund_failed' then of_entry_id is not null and num_nonnulls(grant_id, method, automatic, number) = 0
            when 'credit_refunded' then grant_id is not null and num_nonnulls(invoice_id, method, automatic, number) = 0
            when 'invoice_written_off' then
                invoice_id is not null and num_nonnulls(grant_id, of_entry_id, method, automatic, number) = 0
            when 'credit_granted' then
                grant_id is not null and num_nonnulls(invoice_id, of_entry_id, method, automatic, number) = 0
            when 'credit_applied' then
                num_nonnulls(invoice_id, automatic) = 2 and num_nonnulls(grant_id, of_entry_id, method, number) = 0
            when 'credit_unapplied' then
                num_nonnulls(invoice_id, of_entry_id) = 2 and num_nonnulls(grant_id, method, automatic, number) = 0
            when 'credit_withdrawn' then
                num_nonnulls(invoice_id, of_entry_id) = 2 and num_nonnulls(grant_id, method, automatic, number) = 0
            when 'credit_reversed' then
                grant_id is not null and num_nonnulls(invoice_id, of_entry_id, method, automatic, number) = 0
            when 'credit_expired' then
                grant_id is not null and num_nonnulls(invoice_id, of_entry_id, method, automatic, number) = 0
            when 'invoice_credited' then
                num_nonnulls(invoice_id, series, number) = 3 and num_nonnulls(grant_id, of_entry_id, method, automatic) = 0
            when 'dispute_withdrawn' then num_nonnulls(grant_id, method, automatic, number) = 0
            when 'dispute_fee' then num_nonnulls(grant_id, method, automatic, number) = 0
            when 'dispute_reinstated' then num_nonnulls(grant_id, method, automatic, number) = 0
            when 'charged_back' then num_nonnulls(grant_id, method, automatic, number) = 0
            when 'chargeback_reversed' then num_nonnulls(grant_id, method, automatic, number) = 0
            when 'money_suspended' then num_nonnulls(grant_id, method, automatic, number) = 0
            when 'suspense_resolved' then suspense_id is not null and num_nonnulls(grant_id, of_entry_id, method, automatic, number) = 0
            else false
        end),
    -- A dispute in another currency than its payment touches neither that nor its invoice. What it was lost for may be written off.
    constraint journal_entry_disputed check (
        case
            when kind in ('dispute_withdrawn', 'dispute_fee', 'dispute_reinstated', 'charged_back', 'chargeback_reversed')
                then dispute_id is not null and (invoice_id is null) = (of_entry_id is null)
            else dispute_id is null or kind in ('invoice_written_off', 'money_suspended')
        end),
    -- What is given back goes through the processor that brought it, or somebody pays it by hand.
    constraint journal_entry_given_back check ((by_hand is not null) = (kind in ('payment_refunded', 'credit_refunded'))),
    constraint journal_entry_suspense check (suspense_id is null or kind in ('money_suspended', 'suspense_resolved')),
    constraint journal_entry_number_is_whole check ((series is null) = (number is null)),
    foreign key (firm_id, client_id) references client,
    constraint journal_entry_of_invoice
        foreign key (firm_id, invoice_id, client_id, currency)
        references invoice (firm_id, invoice_id, client_id, currency),
    constraint journal_entry_of_grant
        foreign key (firm_id, grant_id, client_id, currency)
        references credit_grant (firm_id, grant_id, client_id, currency),
    constraint journal_entry_of_entry
        foreign key (firm_id, of_entry_id, client_id, currency)
        references journal_entry (firm_id, entry_id, client_id, currency),
    -- A reversal came the way of its payment.
    constraint journal_entry_of_method
        foreign key (firm_id, of_entry_id, method)
        references journal_entry (firm_id, entry_id, method),
    constraint journal_entry_of_suspense
        foreign key (firm_id, suspense_id, client_id, currency)
        references journal_entry (firm_id, entry_id, client_id, currency),
    constraint journal_entry_decided foreign key (firm_id, decision_id) references decision
);
create unique index journal_entry_void_once on journal_entry (firm_id, invoice_id) where kind = 'invoice_voided';
create unique index journal_entry_unapplied_once on journal_entry (firm_id, of_entry_id) where kind = 'credit_unapplied';
create unique index journal_entry_returned_once on journal_entry (firm_id, of_entry_id) where kind = 'payment_returned';
create unique index journal_entry_reversed_once on journal_entry (firm_id, of_entry_id) where kind = 'payment_reversed';
create unique index journal_entry_withdrawn_once on journal_entry (firm_id, of_entry_id, invoice_id) where kind = 'credit_withdrawn';
create unique index journal_entry_grant_once on journal_entry (firm_id, grant_id) where kind = 'credit_granted';
create index journal_entry_by_client on journal_entry (firm_id, client_id, entry_id);
create index journal_entry_by_invoice on journal_entry (firm_id, invoice_id, entry_id) where invoice_id is not null;
create index journal_entry_by_grant on journal_entry (firm_id, grant_id, entry_id) where grant_id is not null;
create index journal_entry_by_dispute on journal_entry (firm_id, dispute_id) where dispute_id is not null;
-- Whether a payment by hand repeats another.
create index journal_entry_paid_on on journal_entry (firm_id, booked_on, amount_minor) where kind = 'payment_received' and method <> 'processor';
create index journal_entry_of_item on journal_entry (firm_id, suspense_id) where suspense_id is not null;
create index journal_entry_of on journal_entry (firm_id, of_entry_id) where of_entry_id is not null;
comment on table journal_entry is 'fact: what happened to the money of a client, but for the issue of invoices, which are entries themselves';

alter table journal_entry enable row level security;
alter table journal_entry force row level security;
create policy firm_wall on journal_entry using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on journal_entry to feewright_app;
grant select on journal_entry to feewright_platform;
