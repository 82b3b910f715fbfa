--liquibase formatted sql

--changeset feewright:project
create table project (
    firm_id uuid not null,
    project_id uuid not null,
    client_id uuid not null,
    primary key (firm_id, project_id),
    -- Lets time name its project only together with the right client.
    unique (firm_id, client_id, project_id),
    foreign key (firm_id, client_id) references client
);
comment on table project is 'fact: groups the time of one client; the name is content';

alter table project enable row level security;
alter table project force row level security;
create policy firm_wall on project using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on project to feewright_app;
grant select on project to feewright_platform;
