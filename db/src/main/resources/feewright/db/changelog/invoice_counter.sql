--liquibase formatted sql

--changeset feewright:invoice_counter
create table invoice_counter (
    firm_id uuid not null references firm,
    series text not null,
    next_number bigint not null check (next_number > 0),
    primary key (firm_id, series)
);
comment on table invoice_counter is 'cursor: the next number of a series; its row lock makes numbers without gaps';

alter table invoice_counter enable row level security;
alter table invoice_counter force row level security;
create policy firm_wall on invoice_counter using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on invoice_counter to feewright_app;
grant select on invoice_counter to feewright_platform;
