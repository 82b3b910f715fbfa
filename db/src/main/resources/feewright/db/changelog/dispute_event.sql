--liquibase formatted sql

--changeset feewright:dispute_event
create table dispute_event (
    firm_id uuid not null,
    dispute_id uuid not null,
    number integer not null check (number > 0),
    name text not null,
    kind text not null check (kind in ('opened', 'updated', 'funds_withdrawn', 'closed', 'funds_reinstated')),
    status text not null check (status in (
        'inquiry_needs_response', 'inquiry_under_review', 'inquiry_closed', 'needs_response', 'under_review', 'prevented', 'won',
        'lost')),
    currency char(3) not null,
    claimed_minor bigint not null check (claimed_minor >= 0),
    reason text,
    respond_by timestamptz,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    primary key (firm_id, dispute_id, number),
    constraint dispute_event_name_once unique (firm_id, dispute_id, name),
    foreign key (firm_id, dispute_id) references dispute
);
comment on table dispute_event is 'fact: what a processor told of a dispute in one event, numbered as received. Its unique name counts it once';

alter table dispute_event enable row level security;
alter table dispute_event force row level security;
create policy firm_wall on dispute_event using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on dispute_event to feewright_app;
grant select on dispute_event to feewright_platform;
