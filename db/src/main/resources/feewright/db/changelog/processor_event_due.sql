--liquibase formatted sql

--changeset feewright:processor_event_due
create table processor_event_due (
    firm_id uuid not null,
    event_id uuid not null,
    due_at timestamptz,
    primary key (firm_id, event_id),
    foreign key (firm_id, event_id) references processor_event
);
create index processor_event_due_next on processor_event_due (firm_id, due_at, event_id) where due_at is not null;
comment on table processor_event_due is 'cursor: which events wait to be interpreted, and from when on (null: no more). Locked by whoever interprets';

alter table processor_event_due enable row level security;
alter table processor_event_due force row level security;
create policy firm_wall on processor_event_due using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on processor_event_due to feewright_app;
grant select on processor_event_due to feewright_platform;
