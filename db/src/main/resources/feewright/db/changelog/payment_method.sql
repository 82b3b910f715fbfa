--liquibase formatted sql

--changeset feewright:payment_method
create table payment_method (
    firm_id uuid not null,
    method_id uuid not null,
    client_id uuid not null,
    processor text not null check (processor in ('stripe', 'simulated')),
    customer text not null check (length(customer) between 1 and 200),
    reference text not null check (length(reference) between 1 and 200),
    kind text not null,
    brand text,
    last_four text check (last_four ~ '^[0-9]{4}$'),
    expires date,
    mandate text,
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (firm_id, method_id),
    constraint payment_method_of_client unique (firm_id, method_id, client_id),
    -- A card number is 12 to 19 digits, perhaps in groups: no reference of a processor is.
    constraint payment_method_is_no_card check (reference !~ '^[0-9 -]{12,}$' and customer !~ '^[0-9 -]{12,}$'),
    foreign key (firm_id, client_id) references client
);
create index payment_method_by_client on payment_method (firm_id, client_id, method_id);
comment on table payment_method is 'fact: what a client pays with, as a processor names it; never a card number';

alter table payment_method enable row level security;
alter table payment_method force row level security;
create policy firm_wall on payment_method using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on payment_method to feewright_app;
grant select on payment_method to feewright_platform;
