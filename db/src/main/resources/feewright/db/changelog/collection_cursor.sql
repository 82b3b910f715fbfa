--liquibase formatted sql

--changeset feewright:collection_cursor
create table collection_cursor (
    firm_id uuid not null,
    invoice_id uuid not null,
    client_id uuid not null,
    step text not null check (step in ('attempt', 'resolve', 'nothing')),
    due_at timestamptz,
    cause text check (cause in ('autopay', 'retry', 'by_hand')),
    attempt_id uuid,
    why text,
    primary key (firm_id, invoice_id),
    constraint collection_cursor_parts check (
        case step
            when 'attempt' then num_nonnulls(due_at, cause) = 2 and num_nonnulls(attempt_id, why) = 0
            when 'resolve' then num_nonnulls(due_at, attempt_id) = 2 and num_nonnulls(cause, why) = 0
            else why is not null and num_nonnulls(due_at, cause, attempt_id) = 0
        end),
    foreign key (firm_id, invoice_id) references invoice
);
create index collection_cursor_due on collection_cursor (firm_id, due_at) where due_at is not null;
comment on table collection_cursor is 'cursor: what comes next to collect an invoice, and when. The outbox of calls to processors';

alter table collection_cursor enable row level security;
alter table collection_cursor force row level security;
create policy firm_wall on collection_cursor using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on collection_cursor to feewright_app;
grant select on collection_cursor to feewright_platform;
