--liquibase formatted sql

--changeset feewright:refund_due
create table refund_due (
    firm_id uuid not null,
    refund_id uuid not null,
    due_at timestamptz,
    primary key (firm_id, refund_id),
    foreign key (firm_id, refund_id) references refund
);
create index refund_due_next on refund_due (firm_id, due_at) where due_at is not null;
comment on table refund_due is 'cursor: when a processor has to be asked about a refund (null: no more). The outbox of refunds';

alter table refund_due enable row level security;
alter table refund_due force row level security;
create policy firm_wall on refund_due using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on refund_due to feewright_app;
grant select on refund_due to feewright_platform;
