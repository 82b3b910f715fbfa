--liquibase formatted sql

--changeset feewright:dispute_movement
create table dispute_movement (
    firm_id uuid not null,
    dispute_id uuid not null,
    number integer not null,
    reference text not null,
    currency char(3) not null,
    amount_minor bigint not null,
    fee_minor bigint not null,
    primary key (firm_id, dispute_id, number, reference),
    foreign key (firm_id, dispute_id, number) references dispute_event
);
comment on table dispute_movement is 'fact: money that a processor says in an event that it moved for a dispute; told again in every event, counted once';

alter table dispute_movement enable row level security;
alter table dispute_movement force row level security;
create policy firm_wall on dispute_movement using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on dispute_movement to feewright_app;
grant select on dispute_movement to feewright_platform;
