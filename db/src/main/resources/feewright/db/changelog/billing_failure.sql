--liquibase formatted sql

--changeset feewright:billing_failure
create table billing_failure (
    firm_id uuid not null,
    engagement_id uuid not null,
    run_id uuid,
    billing_date date not null,
    outcome text not null check (outcome in ('refused', 'failed', 'needs_review')),
    codes text[] not null,
    decision_id uuid,
    since timestamptz not null,
    primary key (firm_id, engagement_id),
    foreign key (firm_id, engagement_id) references engagement,
    foreign key (firm_id, run_id) references billing_run
);
comment on table billing_failure is 'claim: engagements that runs leave alone until they are retried or billed by hand, and why';

alter table billing_failure enable row level security;
alter table billing_failure force row level security;
create policy firm_wall on billing_failure using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on billing_failure to feewright_app;
grant select on billing_failure to feewright_platform;
