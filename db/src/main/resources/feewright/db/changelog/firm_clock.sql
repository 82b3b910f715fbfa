--liquibase formatted sql

-- The foreign key together with the check keeps a live firm from ever having one.
--changeset feewright:firm_clock
create table firm_clock (
    firm_id uuid primary key,
    test boolean not null default true check (test),
    now_at timestamptz not null,
    target_at timestamptz not null,
    constraint firm_clock_goes_forward check (now_at <= target_at),
    constraint firm_clock_of_test_firm foreign key (firm_id, test) references firm (firm_id, test)
);
comment on table firm_clock is 'cursor: where the clock of a test firm stands, and where it is being moved to';

alter table firm_clock enable row level security;
alter table firm_clock force row level security;
create policy firm_wall on firm_clock using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on firm_clock to feewright_app;
grant select on firm_clock to feewright_platform;
