--liquibase formatted sql

--changeset feewright:credit_arrival
create table credit_arrival (
    firm_id uuid not null,
    arrival_id uuid not null,
    client_id uuid not null,
    primary key (firm_id, arrival_id),
    foreign key (firm_id, client_id) references client
);
comment on table credit_arrival is 'cursor: credit of a client arrived, and what it can pay was not looked at yet. The outbox of credit';

alter table credit_arrival enable row level security;
alter table credit_arrival force row level security;
create policy firm_wall on credit_arrival using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on credit_arrival to feewright_app;
grant select on credit_arrival to feewright_platform;
