--liquibase formatted sql

-- The one table that is read before a firm is known, by the schedule, and so has no wall: ids and nothing else.
--changeset feewright:tenant
create table tenant (
    firm_id uuid primary key references firm
);
comment on table tenant is 'fact: which firms there are, for the schedule to go through';
grant select, insert on tenant to feewright_app;
grant select on tenant to feewright_platform;
