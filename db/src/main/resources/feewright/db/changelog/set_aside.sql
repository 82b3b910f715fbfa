--liquibase formatted sql

--changeset feewright:set_aside
create table set_aside (
    firm_id uuid not null,
    engagement_id uuid not null,
    run_id uuid,
    billing_date date not null,
    outcome text not null check (outcome in ('refused', 'broken', 'held')),
    codes text[] not null,
    decision_id uuid,
    since timestamptz not null,
    primary key (firm_id, engagement_id),
    foreign key (firm_id, engagement_id) references engagement,
    foreign key (firm_id, run_id) references billing_run
);
comment on table set_aside is 'claim: engagements that runs leave alone until they are retried or billed by hand, and why';

alter table set_aside enable row level security;
alter table set_aside force row level security;
create policy firm_wall on set_aside using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on set_aside to feewright_app;
grant select on set_aside to feewright_platform;
