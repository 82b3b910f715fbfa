--liquibase formatted sql

--changeset feewright:content
create table content (
    firm_id uuid not null,
    subject_id uuid not null,
    field text not null,
    body text,
    primary key (firm_id, subject_id, field)
);
create index content_by_name on content (firm_id, field, lower(body)) where field in ('name', 'email');
comment on table content is 'content: every customer text, apart from billing metadata; a purge blanks the body and keeps the row';

alter table content enable row level security;
alter table content force row level security;
create policy firm_wall on content using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update (body) on content to feewright_app;

--changeset feewright:content_email_once
create unique index content_email_once on content (firm_id, lower(body)) where field = 'email';
