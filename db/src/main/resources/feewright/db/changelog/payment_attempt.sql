--liquibase formatted sql

--changeset feewright:payment_attempt
create table payment_attempt (
    firm_id uuid not null,
    attempt_id uuid not null,
    invoice_id uuid not null,
    client_id uuid not null,
    method_id uuid not null,
    number integer not null check (number > 0),
    cause text not null check (cause in ('autopay', 'retry', 'by_hand')),
    currency char(3) not null,
    amount_minor bigint not null check (amount_minor > 0),
    -- What the invoice owed beyond it, which the processor cannot take as it counts.
    rest_minor bigint not null check (rest_minor >= 0),
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (firm_id, attempt_id),
    constraint payment_attempt_number_once unique (firm_id, invoice_id, number),
    constraint payment_attempt_of_invoice
        foreign key (firm_id, invoice_id, client_id, currency)
        references invoice (firm_id, invoice_id, client_id, currency),
    constraint payment_attempt_method_of_client
        foreign key (firm_id, method_id, client_id) references payment_method (firm_id, method_id, client_id)
);
create index payment_attempt_with_rest on payment_attempt (firm_id, invoice_id, rest_minor) where rest_minor > 0;
create index payment_attempt_by_client on payment_attempt (firm_id, client_id, attempt_id);
create index payment_attempt_by_method on payment_attempt (firm_id, method_id, made_at);
comment on table payment_attempt is 'fact: that a processor is to collect what an invoice owes. Its id is the key under which it is sent';

alter table payment_attempt enable row level security;
alter table payment_attempt force row level security;
create policy firm_wall on payment_attempt using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on payment_attempt to feewright_app;
grant select on payment_attempt to feewright_platform;
