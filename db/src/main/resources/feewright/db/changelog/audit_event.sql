--liquibase formatted sql

--changeset feewright:audit_event
create table audit_event (
    firm_id uuid not null,
    event_id uuid not null,
    actor_id uuid not null,
    actor_roles text[] not null,
    actor_client_id uuid,
    action text not null,
    target_kind text not null,
    target_id uuid not null,
    client_id uuid,
    codes text[] not null,
    amount_minor bigint,
    currency char(3),
    happened_at timestamptz not null,
    primary key (firm_id, event_id),
    check ((amount_minor is null) = (currency is null))
);
comment on table audit_event is 'fact: who did what to what, when: ids, codes and amounts only';

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy firm_wall on audit_event using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on audit_event to feewright_app;
grant select on audit_event to feewright_platform;
