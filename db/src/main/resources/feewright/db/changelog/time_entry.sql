--liquibase formatted sql

--changeset feewright:time_entry
create table time_entry (
    firm_id uuid not null,
    entry_id uuid not null,
    version integer not null,
    engagement_id uuid not null,
    person_id uuid not null,
    worked_on date not null,
    minutes integer not null,
    billable boolean not null,
    client_approval boolean not null,
    due_on date,
    state text not null check (state in ('draft', 'submitted', 'approved', 'rejected', 'billed')),
    approved boolean not null generated always as (state in ('approved', 'billed')) stored,
    open boolean not null generated always as (state = 'approved' and billable) stored,
    firm_side text generated always as (case when state in ('approved', 'billed') then 'firm' end) stored,
    client_side text generated always as
        (case when state in ('approved', 'billed') and client_approval then 'client' end) stored,
    primary key (firm_id, entry_id),
    -- A claim refers to this key with approved = true: as long as it stands, no edit and no rejection can move the entry.
    constraint time_entry_claimable_key unique (firm_id, entry_id, version, approved),
    constraint time_entry_billed_is_billable check (billable or state <> 'billed'),
    constraint time_entry_of_version
        foreign key (firm_id, entry_id, version, engagement_id, person_id, worked_on, minutes, billable, client_approval)
        references time_entry_version
            (firm_id, entry_id, version, engagement_id, person_id, worked_on, minutes, billable, client_approval),
    constraint time_entry_approved_by_firm
        foreign key (firm_id, entry_id, version, firm_side) references time_approval,
    constraint time_entry_approved_by_client
        foreign key (firm_id, entry_id, version, client_side) references time_approval
);
create index time_entry_open on time_entry (firm_id, engagement_id, entry_id) where open;
create index time_entry_due on time_entry (firm_id, due_on, engagement_id) where open;
create index time_entry_by_engagement on time_entry (firm_id, engagement_id, entry_id);
create index time_entry_by_person on time_entry (firm_id, person_id, entry_id);
create index time_entry_waiting on time_entry (firm_id, state, entry_id) where state <> 'billed';
comment on table time_entry is 'cursor: the current version of each entry and its state; open is what waits to be billed. The keys keep it true to the facts';

alter table time_entry enable row level security;
alter table time_entry force row level security;
create policy firm_wall on time_entry using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on time_entry to feewright_app;
grant select on time_entry to feewright_platform;
