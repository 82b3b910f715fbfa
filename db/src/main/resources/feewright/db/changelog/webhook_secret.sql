--liquibase formatted sql

-- The secret is in no table: it is derived from a key of the installation, the subscription and this number.
--changeset feewright:webhook_secret
create table webhook_secret (
    firm_id uuid not null,
    subscription_id uuid not null,
    number integer not null check (number > 0),
    since timestamptz not null,
    primary key (firm_id, subscription_id, number),
    foreign key (firm_id, subscription_id) references webhook_endpoint
);
comment on table webhook_secret is 'fact: since when a subscription is signed for with its secret of this number';

alter table webhook_secret enable row level security;
alter table webhook_secret force row level security;
create policy firm_wall on webhook_secret using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on webhook_secret to feewright_app;
grant select on webhook_secret to feewright_platform;
