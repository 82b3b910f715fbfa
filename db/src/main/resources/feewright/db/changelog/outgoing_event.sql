--liquibase formatted sql

--changeset feewright:outgoing_event
create table outgoing_event (
    firm_id uuid not null,
    event_id uuid not null,
    type text not null,
    target_kind text not null,
    target_id uuid not null,
    client_id uuid,
    codes text[] not null,
    amount_minor bigint,
    currency char(3),
    live boolean not null,
    happened_at timestamptz not null,
    primary key (firm_id, event_id),
    check ((amount_minor is null) = (currency is null))
);
comment on table outgoing_event is 'fact: what subscribers of the firm are told: ids, codes and amounts only. The id is that of the audit event';

alter table outgoing_event enable row level security;
alter table outgoing_event force row level security;
create policy firm_wall on outgoing_event using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on outgoing_event to feewright_app;
grant select on outgoing_event to feewright_platform;
