--liquibase formatted sql

--changeset feewright:webhook_delivery_attempt
create table webhook_delivery_attempt (
    firm_id uuid not null,
    event_id uuid not null,
    subscription_id uuid not null,
    number integer not null check (number > 0),
    status integer check (status between 100 and 999),
    code text,
    tried_at timestamptz not null,
    primary key (firm_id, event_id, subscription_id, number),
    constraint webhook_delivery_attempt_result check (num_nonnulls(status, code) = 1),
    foreign key (firm_id, event_id, subscription_id) references webhook_delivery
);
comment on table webhook_delivery_attempt is 'fact: a try to deliver, with the status that was answered or why there was none; never what was answered';

alter table webhook_delivery_attempt enable row level security;
alter table webhook_delivery_attempt force row level security;
create policy firm_wall on webhook_delivery_attempt using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on webhook_delivery_attempt to feewright_app;
grant select on webhook_delivery_attempt to feewright_platform;
