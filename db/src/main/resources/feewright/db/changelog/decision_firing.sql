--liquibase formatted sql

--changeset feewright:decision_firing
create table decision_firing (
    firm_id uuid not null,
    decision_id uuid not null,
    firing_no integer not null,
    rule text not null,
    code text not null,
    facts text[] not null,
    primary key (firm_id, decision_id, firing_no),
    foreign key (firm_id, decision_id) references decision
);
create index decision_firing_by_fact on decision_firing using gin (facts);
comment on table decision_firing is 'fact: the rules that fired in a decision, and the refs of the facts that they matched';

alter table decision_firing enable row level security;
alter table decision_firing force row level security;
create policy firm_wall on decision_firing using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on decision_firing to feewright_app;
grant select on decision_firing to feewright_platform;
