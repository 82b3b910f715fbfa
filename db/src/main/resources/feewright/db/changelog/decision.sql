--liquibase formatted sql

-- One row for a whole decision: a run writes one for every invoice, and rows of their own for what concluded and fired would be
-- more than half of all that an invoice writes. Conclusions are parallel arrays; firing_facts has the refs of one firing in one
-- element, separated by spaces; facts has each ref once, for searching.
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
    conclusion_kinds text[] not null,
    conclusion_codes text[] not null,
    conclusion_subjects text[] not null,
    firing_rules text[] not null,
    firing_codes text[] not null,
    firing_facts text[] not null,
    facts text[] not null,
    primary key (firm_id, decision_id),
    constraint decision_conclusions_are_whole check (
        cardinality(conclusion_kinds) = cardinality(conclusion_codes)
            and cardinality(conclusion_kinds) = cardinality(conclusion_subjects)
            and conclusion_kinds <@ array['justification', 'violation', 'permit']),
    constraint decision_firings_are_whole check (
        cardinality(firing_rules) = cardinality(firing_codes) and cardinality(firing_rules) = cardinality(firing_facts))
);
create index decision_by_subject on decision (firm_id, subject, decision_id);
create index decision_by_fact on decision using gin (facts);
comment on table decision is 'fact: the firing log: what was asked of the rules, what they concluded, which fired on what, and whether it was done';

alter table decision enable row level security;
alter table decision force row level security;
create policy firm_wall on decision using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on decision to feewright_app;
grant select on decision to feewright_platform;
