--liquibase formatted sql

--changeset feewright:billing_run_slice
create table billing_run_slice (
    firm_id uuid not null,
    run_id uuid not null,
    slice integer not null check (slice between 0 and 63),
    due bigint not null,
    done bigint not null default 0,
    up_to uuid,
    updated_at timestamptz not null,
    finished_at timestamptz,
    primary key (firm_id, run_id, slice),
    foreign key (firm_id, run_id) references billing_run
);
create index billing_run_slice_open on billing_run_slice (firm_id, run_id) where finished_at is null;
comment on table billing_run_slice is 'cursor: how far a part of a run is. Only for progress and for going on: what was billed is told by the claims';

alter table billing_run_slice enable row level security;
alter table billing_run_slice force row level security;
create policy firm_wall on billing_run_slice using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on billing_run_slice to feewright_app;
grant select on billing_run_slice to feewright_platform;
