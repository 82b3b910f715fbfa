--liquibase formatted sql

--changeset feewright:decision_conclusion
create table decision_conclusion (
    firm_id uuid not null,
    decision_id uuid not null,
    conclusion_no integer not null,
    kind text not null check (kind in ('justification', 'violation', 'permit')),
    code text not null,
    subject text not null,
    primary key (firm_id, decision_id, conclusion_no),
    foreign key (firm_id, decision_id) references decision
);
comment on table decision_conclusion is 'fact: what the rules concluded in a decision';

alter table decision_conclusion enable row level security;
alter table decision_conclusion force row level security;
create policy firm_wall on decision_conclusion using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on decision_conclusion to feewright_app;
grant select on decision_conclusion to feewright_platform;
