--liquibase formatted sql

-- No client: the whole firm. The reason is in the table customer_text.
--changeset feewright:purge
create table purge (
    firm_id uuid not null references firm,
    purge_id uuid not null,
    client_id uuid,
    purged_by uuid not null,
    purged_at timestamptz not null,
    texts bigint not null check (texts >= 0),
    event_bodies bigint not null check (event_bodies >= 0),
    answers bigint not null check (answers >= 0),
    primary key (firm_id, purge_id),
    foreign key (firm_id, client_id) references client
);
create index purge_by_client on purge (firm_id, client_id, purge_id);
comment on table purge is 'fact: that content was blanked, and how much of it';

alter table purge enable row level security;
alter table purge force row level security;
create policy firm_wall on purge using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on purge to feewright_app;
grant select on purge to feewright_platform;

-- Whatever is about one client and may have texts under its id: what a purge of the client blanks.
--changeset feewright:client_subject
create view client_subject with (security_invoker = true) as
    select firm_id, client_id, client_id as subject_id from client
    union all select firm_id, client_id, project_id from project
    union all select firm_id, client_id, engagement_id from engagement
    union all select firm_id, client_id, engagement_id from engagement_draft
    union all select firm_id, client_id, entry_id from time_entry_version
    union all select firm_id, client_id, invoice_id from invoice
    union all select firm_id, client_id, entry_id from journal_entry
    union all select firm_id, client_id, grant_id from credit_grant
    union all select firm_id, client_id, method_id from payment_method
    union all select firm_id, client_id, attempt_id from payment_attempt
    union all select firm_id, client_id, refund_id from refund
    union all select firm_id, client_id, dispute_id from dispute
    union all select firm_id, client_id, warning_id from fraud_warning
    union all select firm_id, client_id, purge_id from purge where client_id is not null;
grant select on client_subject to feewright_app;

-- By what names processors know a client and what it paid: their events hold these, beside our ids. The cards of the simulated
-- processor are everybody's.
--changeset feewright:client_reference
create view client_reference with (security_invoker = true) as
    select firm_id, client_id, customer as reference from payment_method where processor <> 'simulated'
    union all select firm_id, client_id, reference from payment_method where processor <> 'simulated'
    union all select firm_id, client_id, reference from dispute
    union all select firm_id, client_id, reference from fraud_warning
    union all
        select a.firm_id, a.client_id, e.reference
        from payment_attempt a
        join payment_attempt_event e on e.firm_id = a.firm_id and e.attempt_id = a.attempt_id
        where e.reference is not null
    union all
        select r.firm_id, r.client_id, n.reference
        from refund r
        join refund_reference n on n.firm_id = r.firm_id and n.refund_id = r.refund_id;
grant select on client_reference to feewright_app;
