--liquibase formatted sql

--changeset feewright:person
create table person (
    firm_id uuid not null references firm,
    person_id uuid not null,
    role text,
    registered_at timestamptz not null,
    primary key (firm_id, person_id)
);
comment on table person is 'fact: who works at a firm; name and e-mail are content';

alter table person enable row level security;
alter table person force row level security;
create policy firm_wall on person using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on person to feewright_app;
grant select on person to feewright_platform;
