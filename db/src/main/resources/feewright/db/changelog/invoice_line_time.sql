--liquibase formatted sql

--changeset feewright:invoice_line_time
create table invoice_line_time (
    firm_id uuid not null,
    invoice_id uuid not null,
    entry_id uuid not null,
    line_no integer not null,
    category text not null default 'hourly' check (category = 'hourly'),
    version integer not null,
    engagement_id uuid not null,
    billable boolean not null default true check (billable),
    side text not null default 'firm' check (side = 'firm'),
    worked_on date not null,
    worked_minutes integer not null check (worked_minutes > 0),
    billed_minutes integer not null check (billed_minutes >= 0),
    primary key (firm_id, invoice_id, entry_id),
    constraint invoice_line_time_claim_key unique (firm_id, invoice_id, entry_id, version),
    constraint invoice_line_time_on_hourly_line
        foreign key (firm_id, invoice_id, line_no, category, engagement_id)
        references invoice_line (firm_id, invoice_id, line_no, category, engagement_id),
    constraint invoice_line_time_of_engagement
        foreign key (firm_id, entry_id, version, engagement_id, billable)
        references time_entry_version (firm_id, entry_id, version, engagement_id, billable),
    constraint invoice_line_time_approved
        foreign key (firm_id, entry_id, version, side) references time_approval
);
create index invoice_line_time_by_entry on invoice_line_time (firm_id, entry_id);
comment on table invoice_line_time is 'fact: a version of a time entry on an hourly line: approved, billable and of the engagement of the invoice';

alter table invoice_line_time enable row level security;
alter table invoice_line_time force row level security;
create policy firm_wall on invoice_line_time using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on invoice_line_time to feewright_app;
grant select on invoice_line_time to feewright_platform;
