--liquibase formatted sql

--changeset feewright:processor_event
create table processor_event (
    firm_id uuid not null,
    event_id uuid not null,
    processor text not null check (processor in ('stripe', 'simulated')),
    name text not null,
    type text not null,
    object_id text,
    created_at timestamptz not null,
    received_at timestamptz not null,
    primary key (firm_id, event_id),
    constraint processor_event_name_once unique (firm_id, processor, name)
);
comment on table processor_event is 'fact: what a processor told by itself, once each. The unique name is the claim that it was taken';

alter table processor_event enable row level security;
alter table processor_event force row level security;
create policy firm_wall on processor_event using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on processor_event to feewright_app;
grant select on processor_event to feewright_platform;
