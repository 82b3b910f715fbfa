--liquibase formatted sql

--changeset feewright:collection
create table collection (
    firm_id uuid not null,
    invoice_id uuid not null,
    client_id uuid not null,
    step text not null check (step in ('attempt', 'resolve', 'nothing')),
    due_at timestamptz,
    cause text check (cause in ('autopay', 'retry', 'by_hand')),
    attempt_id uuid,
    why text,
    primary key (firm_id, invoice_id),
    constraint collection_parts check (
        case step
            when 'attempt' then num_nonnulls(due_at, cause) = 2 and num_nonnulls(attempt_id, why) = 0
            when 'resolve' then num_nonnulls(due_at, attempt_id) = 2 and num_nonnulls(cause, why) = 0
            else why is not null and num_nonnulls(due_at, cause, attempt_id) = 0
        end),
    foreign key (firm_id, invoice_id) references invoice
);
create index collection_due on collection (firm_id, due_at) where due_at is not null;
comment on table collection is 'cursor: what comes next to collect an invoice, and when. The outbox of calls to processors';

alter table collection enable row level security;
alter table collection force row level security;
create policy firm_wall on collection using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on collection to feewright_app;
grant select on collection to feewright_platform;
