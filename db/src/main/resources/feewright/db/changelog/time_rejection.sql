--liquibase formatted sql

--changeset feewright:time_rejection
create table time_rejection (
    firm_id uuid not null,
    entry_id uuid not null,
    version integer not null,
    rejected_by uuid not null,
    rejected_at timestamptz not null,
    primary key (firm_id, entry_id, version),
    constraint time_rejection_of_submitted foreign key (firm_id, entry_id, version) references time_submission
);
comment on table time_rejection is 'fact: a submitted version was rejected, or its approval taken back';

alter table time_rejection enable row level security;
alter table time_rejection force row level security;
create policy firm_wall on time_rejection using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on time_rejection to feewright_app;
grant select on time_rejection to feewright_platform;
