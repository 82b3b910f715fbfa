--liquibase formatted sql

--changeset feewright:customer_text
create table customer_text (
    firm_id uuid not null,
    subject_id uuid not null,
    field text not null,
    body text,
    primary key (firm_id, subject_id, field)
);
create index customer_text_by_name on customer_text (firm_id, field, lower(body)) where field in ('name', 'email');
comment on table customer_text is 'content: every customer text, apart from billing metadata; a purge blanks the body and keeps the row';

alter table customer_text enable row level security;
alter table customer_text force row level security;
create policy firm_wall on customer_text using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update (body) on customer_text to feewright_app;

--changeset feewright:customer_text_email_once
create unique index customer_text_email_once on customer_text (firm_id, lower(body)) where field = 'email';
