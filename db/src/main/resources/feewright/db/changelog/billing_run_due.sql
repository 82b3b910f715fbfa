--liquibase formatted sql

-- Without a key to the run: the list is written first, because a scheduled run that finds nothing due is none.
--changeset feewright:billing_run_due
create table billing_run_due (
    firm_id uuid not null,
    run_id uuid not null,
    place integer not null check (place >= 0),
    engagement_id uuid not null,
    primary key (firm_id, run_id, place)
);
comment on table billing_run_due is 'cursor: what was due when a run began, neighbours in the tables side by side; a slice that is finished is taken off. What was billed is told by the claims';

alter table billing_run_due enable row level security;
alter table billing_run_due force row level security;
create policy firm_wall on billing_run_due using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on billing_run_due to feewright_app;
grant select on billing_run_due to feewright_platform;
