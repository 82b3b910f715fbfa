--liquibase formatted sql

--changeset feewright:webhook_try
create table webhook_try (
    firm_id uuid not null,
    event_id uuid not null,
    subscription_id uuid not null,
    number integer not null check (number > 0),
    status integer check (status between 100 and 999),
    code text,
    tried_at timestamptz not null,
    primary key (firm_id, event_id, subscription_id, number),
    constraint webhook_try_result check (num_nonnulls(status, code) = 1),
    foreign key (firm_id, event_id, subscription_id) references webhook_delivery
);
comment on table webhook_try is 'fact: a try to deliver, with the status that was answered or why there was none; never what was answered';

alter table webhook_try enable row level security;
alter table webhook_try force row level security;
create policy firm_wall on webhook_try using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on webhook_try to feewright_app;
grant select on webhook_try to feewright_platform;
