--liquibase formatted sql

--changeset feewright:receivable
create table receivable (
    firm_id uuid not null,
    invoice_id uuid not null,
    client_id uuid not null,
    currency char(3) not null,
    due_date date not null,
    owed_minor bigint not null,
    primary key (firm_id, invoice_id),
    constraint receivable_not_below_zero check (owed_minor >= 0),
    constraint receivable_of_invoice
        foreign key (firm_id, invoice_id, client_id, currency)
        references invoice (firm_id, invoice_id, client_id, currency)
);
create index receivable_open on receivable (firm_id, client_id, invoice_id) where owed_minor > 0;
create index receivable_due on receivable (firm_id, due_date, invoice_id) where owed_minor > 0;
comment on table receivable is 'cursor: what an invoice owes, which is the sum of the transfers of its account. Locked by whoever pays, credits or voids it';

alter table receivable enable row level security;
alter table receivable force row level security;
create policy firm_wall on receivable using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on receivable to feewright_app;
grant select on receivable to feewright_platform;
