--liquibase formatted sql

--changeset feewright:billing_cursor
create table billing_cursor (
    firm_id uuid not null,
    engagement_id uuid not null,
    zone text not null,
    automatic boolean not null,
    released date[] not null default '{}',
    next_package_start date,
    package_due_on date,
    billed_on date,
    hourly_due_on date,
    hourly_use text[] not null default '{}',
    minimum_from date,
    adjustment_due_on date,
    primary key (firm_id, engagement_id),
    constraint billing_cursor_package_is_whole check (
        (next_package_start is null and released = '{}') = (package_due_on is null)),
    constraint billing_cursor_minimum_is_due check (minimum_from is null or adjustment_due_on is not null),
    foreign key (firm_id, engagement_id) references engagement
);
-- Partial, so that only the primary key can serve a lookup by engagement: for a firm that came after the last statistics, the
-- planner expects one row, takes any index that begins with the firm, and reads all cursors of the firm at each lookup.
create index billing_cursor_due on billing_cursor (firm_id, automatic, package_due_on) where package_due_on is not null;
create index billing_cursor_adjustment_due on billing_cursor (firm_id, automatic, adjustment_due_on) where adjustment_due_on is not null;
create index billing_cursor_by_zone on billing_cursor (firm_id, zone) where zone > '';
comment on table billing_cursor is 'cursor: where the billing of an engagement goes on, and when. Released are periods of days that voids and pauses gave back. For each period, hourly_use says how much of its included minutes, minimum and cap is used. It also says which periods grant none. adjustment_due_on is when a minimum, or what a cap wrote down too much, is asked for. Locked by whoever bills';

alter table billing_cursor enable row level security;
alter table billing_cursor force row level security;
create policy firm_wall on billing_cursor using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on billing_cursor to feewright_app;
grant select on billing_cursor to feewright_platform;
