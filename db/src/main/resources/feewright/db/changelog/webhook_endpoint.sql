--liquibase formatted sql

-- The address is in the table customer_text: it may hold a password.
--changeset feewright:webhook_endpoint
create table webhook_endpoint (
    firm_id uuid not null,
    subscription_id uuid not null,
    types text[] not null,
    registered_by uuid not null,
    registered_at timestamptz not null,
    primary key (firm_id, subscription_id)
);
comment on table webhook_endpoint is 'fact: that a firm wants to be told of events of these types (none: of all)';

alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy firm_wall on webhook_endpoint using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on webhook_endpoint to feewright_app;
grant select on webhook_endpoint to feewright_platform;
