--liquibase formatted sql

--changeset feewright:time_submission
create table time_submission (
    firm_id uuid not null,
    entry_id uuid not null,
    version integer not null,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    primary key (firm_id, entry_id, version),
    foreign key (firm_id, entry_id, version) references time_entry_version
);
comment on table time_submission is 'fact: a version was submitted for approval';

alter table time_submission enable row level security;
alter table time_submission force row level security;
create policy firm_wall on time_submission using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on time_submission to feewright_app;
grant select on time_submission to feewright_platform;
