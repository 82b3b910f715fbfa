--liquibase formatted sql

--changeset feewright:credit_note_time
create table credit_note_time (
    firm_id uuid not null,
    invoice_id uuid not null,
    time_entry_id uuid not null,
    entry_id uuid not null,
    line_no integer not null,
    amount_minor bigint not null,
    released boolean not null,
    primary key (firm_id, invoice_id, time_entry_id),
    constraint credit_note_time_of_note
        foreign key (firm_id, entry_id, line_no) references credit_note_line (firm_id, entry_id, line_no),
    constraint credit_note_time_billed
        foreign key (firm_id, invoice_id, time_entry_id) references invoice_line_time (firm_id, invoice_id, entry_id)
);
create index credit_note_time_by_note on credit_note_time (firm_id, entry_id, line_no);
comment on table credit_note_time is 'fact: a time entry that a credit note took off: once on an invoice. Released, it was open to be billed again';

alter table credit_note_time enable row level security;
alter table credit_note_time force row level security;
create policy firm_wall on credit_note_time using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on credit_note_time to feewright_app;
grant select on credit_note_time to feewright_platform;
