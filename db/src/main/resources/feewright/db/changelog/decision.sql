--liquibase formatted sql

--changeset feewright:decision
create table decision (
    firm_id uuid not null,
    decision_id uuid not null,
    rule_set text not null,
    action text not null,
    subject text not null,
    outcome text not null check (outcome in ('permitted', 'refused')),
    pack_hash text not null check (pack_hash ~ '^[0-9a-f]{64}$'),
    actor_id uuid not null,
    actor_roles text[] not null,
    decided_at timestamptz not null,
    primary key (firm_id, decision_id)
);
create index decision_by_subject on decision (firm_id, subject, decision_id);
comment on table decision is 'fact: the firing log: what was asked of the rules and whether it was done';

alter table decision enable row level security;
alter table decision force row level security;
create policy firm_wall on decision using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on decision to feewright_app;
grant select on decision to feewright_platform;
