--liquibase formatted sql

-- The reason is in the table customer_text. The application's own limit is lower: this is what no setting can pass.
--changeset feewright:break_glass_session
create table break_glass_session (
    firm_id uuid not null references firm,
    session_id uuid not null,
    operator_id uuid not null,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (firm_id, session_id),
    constraint break_glass_session_limit check (expires_at > opened_at and expires_at <= opened_at + interval '24 hours')
);
comment on table break_glass_session is 'fact: until when an operator of the platform may read the content of the firm';

alter table break_glass_session enable row level security;
alter table break_glass_session force row level security;
create policy firm_wall on break_glass_session using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on break_glass_session to feewright_app;
grant select on break_glass_session to feewright_platform;
