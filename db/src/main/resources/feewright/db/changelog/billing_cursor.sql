--liquibase formatted sql

--changeset feewright:billing_cursor
create table billing_cursor (
    firm_id uuid not null,
    engagement_id uuid not null,
    next_package_start date,
    primary key (firm_id, engagement_id),
    foreign key (firm_id, engagement_id) references engagement
);
comment on table billing_cursor is 'cursor: where the package of an engagement goes on; null where it has no period left. Locked by whoever bills';

alter table billing_cursor enable row level security;
alter table billing_cursor force row level security;
create policy firm_wall on billing_cursor using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on billing_cursor to feewright_app;
grant select on billing_cursor to feewright_platform;
