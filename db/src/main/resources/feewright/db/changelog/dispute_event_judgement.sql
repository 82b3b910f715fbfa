--liquibase formatted sql

--changeset feewright:dispute_event_judgement
create table dispute_event_judgement (
    firm_id uuid not null,
    dispute_id uuid not null,
    number integer not null,
    standing_no integer not null check (standing_no > 0),
    applied boolean not null,
    decision_id uuid not null,
    judged_at timestamptz not null,
    primary key (firm_id, dispute_id, number, standing_no),
    foreign key (firm_id, dispute_id, number) references dispute_event,
    foreign key (firm_id, decision_id) references decision
);
comment on table dispute_event_judgement is 'fact: whether an event of a dispute counts, by which decision; the last number holds';

alter table dispute_event_judgement enable row level security;
alter table dispute_event_judgement force row level security;
create policy firm_wall on dispute_event_judgement using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on dispute_event_judgement to feewright_app;
grant select on dispute_event_judgement to feewright_platform;
