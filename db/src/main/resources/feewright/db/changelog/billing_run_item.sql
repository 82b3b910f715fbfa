--liquibase formatted sql

--changeset feewright:billing_run_item
create table billing_run_item (
    firm_id uuid not null,
    run_id uuid not null,
    engagement_id uuid not null,
    billing_date date not null,
    outcome text not null
        check (outcome in ('issued', 'would_issue', 'refused', 'failed', 'needs_review', 'skipped')),
    invoice_id uuid,
    decision_id uuid,
    codes text[] not null,
    currency char(3),
    amount_minor bigint,
    primary key (firm_id, run_id, engagement_id, billing_date, outcome),
    constraint billing_run_item_issued_is_invoice check ((outcome = 'issued') = (invoice_id is not null)),
    constraint billing_run_item_amount_is_whole check ((currency is null) = (amount_minor is null)),
    foreign key (firm_id, run_id) references billing_run,
    foreign key (firm_id, invoice_id) references invoice
);
-- The periods that an engagement's terms skipped include no minutes.
create index billing_run_item_skipped on billing_run_item (firm_id, engagement_id) where outcome = 'skipped';
comment on table billing_run_item is 'fact: what a run did, or a dry run would have done, with the dues of one engagement on one day';

alter table billing_run_item enable row level security;
alter table billing_run_item force row level security;
create policy firm_wall on billing_run_item using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on billing_run_item to feewright_app;
grant select on billing_run_item to feewright_platform;
