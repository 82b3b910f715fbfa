--liquibase formatted sql

--changeset feewright:billing_run_slice
create table billing_run_slice (
    firm_id uuid not null,
    run_id uuid not null,
    slice integer not null check (slice between 0 and 255),
    from_place integer not null check (from_place >= 0),
    to_place integer not null,
    next_place integer not null,
    updated_at timestamptz not null,
    finished_at timestamptz,
    primary key (firm_id, run_id, slice),
    constraint billing_run_slice_place_is_in_it check (next_place between from_place and to_place),
    foreign key (firm_id, run_id) references billing_run
);
create index billing_run_slice_open on billing_run_slice (firm_id, run_id) where finished_at is null;
comment on table billing_run_slice is 'cursor: a part of the work list of a run, and how far it is. Only for progress and for going on: what was billed is told by the claims';

alter table billing_run_slice enable row level security;
alter table billing_run_slice force row level security;
create policy firm_wall on billing_run_slice using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on billing_run_slice to feewright_app;
grant select on billing_run_slice to feewright_platform;
