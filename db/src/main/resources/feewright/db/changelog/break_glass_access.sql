--liquibase formatted sql

--changeset feewright:break_glass_access
create table break_glass_access (
    firm_id uuid not null,
    access_id uuid not null,
    session_id uuid not null,
    method text not null,
    route text not null,
    target_id uuid,
    accessed_at timestamptz not null,
    primary key (firm_id, access_id),
    foreign key (firm_id, session_id) references break_glass_session
);
create index break_glass_access_by_session on break_glass_access (firm_id, session_id, access_id);
comment on table break_glass_access is 'fact: what was asked for in a break-glass session, kept before it is answered: ids only';

alter table break_glass_access enable row level security;
alter table break_glass_access force row level security;
create policy firm_wall on break_glass_access using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on break_glass_access to feewright_app;
grant select on break_glass_access to feewright_platform;
