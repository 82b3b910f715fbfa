--liquibase formatted sql

--changeset feewright:billing_run
create table billing_run (
    firm_id uuid not null,
    run_id uuid not null,
    engagement_id uuid,
    as_of date,
    dry_run boolean not null,
    retry_failures boolean not null,
    requested_by uuid,
    started_at timestamptz not null,
    primary key (firm_id, run_id),
    foreign key (firm_id, engagement_id) references engagement
);
comment on table billing_run is 'fact: a run of a firm''s billing, asked for by a person or (null) by the schedule';

alter table billing_run enable row level security;
alter table billing_run force row level security;
create policy firm_wall on billing_run using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on billing_run to feewright_app;
grant select on billing_run to feewright_platform;
