--liquibase formatted sql

--changeset feewright:payment_method_removal
create table payment_method_removal (
    firm_id uuid not null,
    method_id uuid not null,
    removed_at timestamptz not null,
    primary key (firm_id, method_id),
    foreign key (firm_id, method_id) references payment_method
);
comment on table payment_method_removal is 'fact: that a payment method is not used any more';

alter table payment_method_removal enable row level security;
alter table payment_method_removal force row level security;
create policy firm_wall on payment_method_removal using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on payment_method_removal to feewright_app;
grant select on payment_method_removal to feewright_platform;
