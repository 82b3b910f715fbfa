--liquibase formatted sql

--changeset feewright:processor_event_interpretation
create table processor_event_interpretation (
    firm_id uuid not null,
    event_id uuid not null,
    number integer not null check (number > 0),
    outcome text not null check (outcome in (
        'applied', 'unapplied', 'known', 'looked_up', 'uninterpreted', 'attempt_not_found', 'payment_not_found')),
    code text,
    attempt_id uuid,
    read_at timestamptz not null,
    primary key (firm_id, event_id, number),
    foreign key (firm_id, event_id) references processor_event
);
comment on table processor_event_interpretation is 'fact: what came of interpreting an event; the last number counts';

alter table processor_event_interpretation enable row level security;
alter table processor_event_interpretation force row level security;
create policy firm_wall on processor_event_interpretation using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on processor_event_interpretation to feewright_app;
grant select on processor_event_interpretation to feewright_platform;
