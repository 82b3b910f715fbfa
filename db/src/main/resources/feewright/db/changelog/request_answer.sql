--liquibase formatted sql

--changeset feewright:request_answer
create table request_answer (
    firm_id uuid not null,
    caller_id uuid not null,
    request_key text not null,
    status integer not null,
    location text not null,
    body text,
    primary key (firm_id, caller_id, request_key),
    constraint request_answer_of_key foreign key (firm_id, caller_id, request_key) references request_key
);
comment on table request_answer is 'content: what a writing request was answered the first time; the body may quote customer texts';

alter table request_answer enable row level security;
alter table request_answer force row level security;
create policy firm_wall on request_answer using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update (body) on request_answer to feewright_app;
