--liquibase formatted sql

--changeset feewright:waiting_event
create table waiting_event (
    firm_id uuid not null,
    event_id uuid not null,
    due_at timestamptz,
    primary key (firm_id, event_id),
    foreign key (firm_id, event_id) references processor_event
);
create index waiting_event_next on waiting_event (firm_id, due_at, event_id) where due_at is not null;
comment on table waiting_event is 'cursor: which events wait to be interpreted, and from when on (null: no more). Locked by whoever interprets';

alter table waiting_event enable row level security;
alter table waiting_event force row level security;
create policy firm_wall on waiting_event using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on waiting_event to feewright_app;
grant select on waiting_event to feewright_platform;
