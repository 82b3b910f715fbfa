--liquibase formatted sql

--changeset feewright:webhook_endpoint_end
create table webhook_endpoint_end (
    firm_id uuid not null,
    subscription_id uuid not null,
    why text not null check (why in ('removed', 'gone')),
    ended_at timestamptz not null,
    primary key (firm_id, subscription_id),
    foreign key (firm_id, subscription_id) references webhook_endpoint
);
comment on table webhook_endpoint_end is 'fact: that a subscription is told nothing any more';

alter table webhook_endpoint_end enable row level security;
alter table webhook_endpoint_end force row level security;
create policy firm_wall on webhook_endpoint_end using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on webhook_endpoint_end to feewright_app;
grant select on webhook_endpoint_end to feewright_platform;
