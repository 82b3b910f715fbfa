--liquibase formatted sql

--changeset feewright:time_entry_version
create table time_entry_version (
    firm_id uuid not null,
    entry_id uuid not null,
    version integer not null check (version > 0),
    engagement_id uuid not null,
    client_id uuid not null,
    person_id uuid not null,
    person_role text,
    project_id uuid,
    worked_on date not null,
    minutes integer not null check (minutes between 1 and 1440),
    billable boolean not null,
    starts_on date not null,
    ends_on date not null,
    client_approval boolean not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (firm_id, entry_id, version),
    constraint time_entry_version_work_key unique
        (firm_id, entry_id, version, engagement_id, person_id, worked_on, minutes, billable, client_approval),
    constraint time_entry_version_worker_key unique (firm_id, entry_id, version, person_id),
    constraint time_entry_version_billing_key unique (firm_id, entry_id, version, engagement_id, billable),
    constraint time_entry_version_in_term check (worked_on >= starts_on and worked_on < ends_on),
    constraint time_entry_version_of_engagement
        foreign key (firm_id, engagement_id, client_id, starts_on, ends_on, client_approval)
        references engagement (firm_id, engagement_id, client_id, starts_on, ends_on, client_approval),
    foreign key (firm_id, person_id) references person,
    constraint time_entry_version_project_of_client
        foreign key (firm_id, client_id, project_id) references project (firm_id, client_id, project_id)
);
comment on table time_entry_version is 'fact: one version of logged work, on a day of the term of a signed engagement';

alter table time_entry_version enable row level security;
alter table time_entry_version force row level security;
create policy firm_wall on time_entry_version using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on time_entry_version to feewright_app;
grant select on time_entry_version to feewright_platform;
