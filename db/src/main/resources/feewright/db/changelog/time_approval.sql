--liquibase formatted sql

--changeset feewright:time_approval
create table time_approval (
    firm_id uuid not null,
    entry_id uuid not null,
    version integer not null,
    side text not null check (side in ('firm', 'client')),
    worker_id uuid not null,
    approved_by uuid not null,
    approved_at timestamptz not null,
    primary key (firm_id, entry_id, version, side),
    constraint time_approval_not_own check (approved_by <> worker_id),
    constraint time_approval_of_submitted foreign key (firm_id, entry_id, version) references time_submission,
    constraint time_approval_of_worker
        foreign key (firm_id, entry_id, version, worker_id)
        references time_entry_version (firm_id, entry_id, version, person_id)
);
comment on table time_approval is 'fact: a submitted version was approved for one side, never by the worker';

alter table time_approval enable row level security;
alter table time_approval force row level security;
create policy firm_wall on time_approval using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on time_approval to feewright_app;
grant select on time_approval to feewright_platform;
