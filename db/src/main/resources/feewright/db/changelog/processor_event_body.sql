--liquibase formatted sql

--changeset feewright:processor_event_body
create table processor_event_body (
    firm_id uuid not null,
    event_id uuid not null,
    body text,
    primary key (firm_id, event_id),
    foreign key (firm_id, event_id) references processor_event
);
comment on table processor_event_body is 'content: events of processors as they came, with names and addresses in them; a purge blanks the body';

alter table processor_event_body enable row level security;
alter table processor_event_body force row level security;
create policy firm_wall on processor_event_body using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update (body) on processor_event_body to feewright_app;
