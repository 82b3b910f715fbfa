--liquibase formatted sql

--changeset feewright:webhook_delivery
create table webhook_delivery (
    firm_id uuid not null,
    event_id uuid not null,
    subscription_id uuid not null,
    phase text not null check (phase in ('waiting', 'sending', 'delivered', 'failed', 'cancelled')),
    due_at timestamptz,
    tries integer not null check (tries >= 0),
    failures integer not null check (failures between 0 and tries),
    primary key (firm_id, event_id, subscription_id),
    constraint webhook_delivery_parts check ((due_at is not null) = (phase in ('waiting', 'sending'))),
    foreign key (firm_id, event_id) references outgoing_event,
    foreign key (firm_id, subscription_id) references webhook_endpoint
);
create index webhook_delivery_due on webhook_delivery (firm_id, subscription_id, due_at, event_id) where due_at is not null;
create index webhook_delivery_given_up on webhook_delivery (firm_id, event_id) where phase = 'failed';
comment on table webhook_delivery is 'cursor: how far the delivery of an event to a subscription is. The outbox of webhooks';

alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy firm_wall on webhook_delivery using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on webhook_delivery to feewright_app;
grant select on webhook_delivery to feewright_platform;
