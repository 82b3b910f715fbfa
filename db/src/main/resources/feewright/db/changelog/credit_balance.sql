--liquibase formatted sql

--changeset feewright:credit_balance
create table credit_balance (
    firm_id uuid not null,
    grant_id uuid not null,
    client_id uuid not null,
    currency char(3) not null,
    remaining_minor bigint not null,
    expires_on date,
    primary key (firm_id, grant_id),
    constraint credit_balance_not_below_zero check (remaining_minor >= 0),
    constraint credit_balance_of_grant
        foreign key (firm_id, grant_id, client_id, currency)
        references credit_grant (firm_id, grant_id, client_id, currency)
);
create index credit_balance_open on credit_balance (firm_id, client_id, grant_id) where remaining_minor > 0;
create index credit_balance_expiring on credit_balance (firm_id, expires_on, grant_id)
    where remaining_minor > 0 and expires_on is not null;
comment on table credit_balance is 'cursor: what is left of a grant, which is the sum of the transfers of its account. Locked by whoever draws';

alter table credit_balance enable row level security;
alter table credit_balance force row level security;
create policy firm_wall on credit_balance using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on credit_balance to feewright_app;
grant select on credit_balance to feewright_platform;
