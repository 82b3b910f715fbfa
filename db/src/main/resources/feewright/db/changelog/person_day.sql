--liquibase formatted sql

--changeset feewright:person_day
create table person_day (
    firm_id uuid not null,
    person_id uuid not null,
    worked_on date not null,
    minutes integer not null,
    primary key (firm_id, person_id, worked_on),
    constraint person_day_24_hours check (minutes between 0 and 1440)
);
comment on table person_day is 'cursor: the minutes of a person on a day over all current versions, so that no race passes 24 hours';

alter table person_day enable row level security;
alter table person_day force row level security;
create policy firm_wall on person_day using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on person_day to feewright_app;
grant select on person_day to feewright_platform;
