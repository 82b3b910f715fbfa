--liquibase formatted sql

--changeset feewright:terms_rate
create table terms_rate (
    firm_id uuid not null,
    terms_id uuid not null,
    rate_no integer not null,
    person_id uuid,
    role text,
    per_hour_minor bigint not null check (per_hour_minor > 0),
    effective_from date not null,
    primary key (firm_id, terms_id, rate_no),
    foreign key (firm_id, terms_id) references terms,
    check (person_id is null or role is null)
);
comment on table terms_rate is 'fact: a rate of the terms: for a person, a role, or everybody else';

alter table terms_rate enable row level security;
alter table terms_rate force row level security;
create policy firm_wall on terms_rate using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on terms_rate to feewright_app;
grant select on terms_rate to feewright_platform;
