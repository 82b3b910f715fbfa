--liquibase formatted sql

--changeset feewright:refund
create table refund (
    firm_id uuid not null,
    refund_id uuid not null,
    client_id uuid not null,
    invoice_id uuid not null,
    attempt_id uuid not null,
    payment_id uuid not null,
    currency char(3) not null,
    amount_minor bigint not null check (amount_minor > 0),
    elsewhere boolean not null,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (firm_id, refund_id),
    foreign key (firm_id, attempt_id) references payment_attempt,
    -- By their ids alone: a processor may say that it gave back another currency, which is in suspense then.
    constraint refund_of_invoice foreign key (firm_id, invoice_id) references invoice,
    constraint refund_of_payment foreign key (firm_id, payment_id) references journal_entry
);
create index refund_by_attempt on refund (firm_id, attempt_id);
create index refund_by_client on refund (firm_id, client_id, refund_id);
create index refund_by_invoice on refund (firm_id, invoice_id, refund_id);
comment on table refund is 'fact: that money of a payment goes back through its processor. Its id is the key under which it is asked for';

alter table refund enable row level security;
alter table refund force row level security;
create policy firm_wall on refund using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on refund to feewright_app;
grant select on refund to feewright_platform;
