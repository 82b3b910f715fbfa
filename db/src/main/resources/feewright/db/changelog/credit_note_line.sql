--liquibase formatted sql

--changeset feewright:credit_note_line
create table credit_note_line (
    firm_id uuid not null,
    entry_id uuid not null,
    invoice_id uuid not null,
    line_no integer not null,
    category text not null,
    amount_minor bigint not null,
    released boolean not null default false,
    minutes bigint not null default 0 check (minutes >= 0),
    primary key (firm_id, entry_id, line_no),
    -- What lowered released time is taken back with it: below zero, and of included minutes with the minutes.
    constraint credit_note_line_takes_off check (amount_minor > 0 or (released and category = 'hourly')),
    constraint credit_note_line_minutes_released check (minutes = 0 or released),
    constraint credit_note_line_of_line foreign key (firm_id, invoice_id, line_no) references invoice_line,
    constraint credit_note_line_of_entry foreign key (firm_id, entry_id) references journal_entry
);
create index credit_note_line_by_invoice on credit_note_line (firm_id, invoice_id, line_no);
comment on table credit_note_line is 'fact: what a credit note took off a line of an invoice. Released, it counts as never billed: it comes off the hourly_use of the engagement';

alter table credit_note_line enable row level security;
alter table credit_note_line force row level security;
create policy firm_wall on credit_note_line using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on credit_note_line to feewright_app;
grant select on credit_note_line to feewright_platform;
