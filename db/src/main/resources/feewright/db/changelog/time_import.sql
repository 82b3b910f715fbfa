--liquibase formatted sql

--changeset feewright:time_import
create table time_import (
    firm_id uuid not null,
    row_hash text not null,
    entry_id uuid not null,
    primary key (firm_id, row_hash)
);
comment on table time_import is 'claim: a row of an import file, by its hash, became an entry';

alter table time_import enable row level security;
alter table time_import force row level security;
create policy firm_wall on time_import using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on time_import to feewright_app;
grant select on time_import to feewright_platform;
