--liquibase formatted sql

--changeset feewright:break_glass_closure
create table break_glass_closure (
    firm_id uuid not null,
    session_id uuid not null,
    closed_by uuid not null,
    closed_at timestamptz not null,
    primary key (firm_id, session_id),
    foreign key (firm_id, session_id) references break_glass_session
);
comment on table break_glass_closure is 'fact: that a break-glass session was closed before its time';

alter table break_glass_closure enable row level security;
alter table break_glass_closure force row level security;
create policy firm_wall on break_glass_closure using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on break_glass_closure to feewright_app;
grant select on break_glass_closure to feewright_platform;

-- A session that runs names itself in the transaction: content shows only while it stands. No session is the firm itself, and the
-- session of zeros an operator outside any, who sees none; his answers are his own, so that a request can be repeated.
--changeset feewright:break_glass_wall
create policy break_glass_wall on customer_text as restrictive for select using (
    coalesce(current_setting('feewright.session_id', true), '') = ''
        or exists (
            select from break_glass_session s
            where s.firm_id = customer_text.firm_id
                and s.session_id = nullif(current_setting('feewright.session_id', true), '')::uuid
                and not exists (
                    select from break_glass_closure e where e.firm_id = s.firm_id and e.session_id = s.session_id)));
create policy break_glass_wall on processor_event_body as restrictive for select using (
    coalesce(current_setting('feewright.session_id', true), '') = ''
        or exists (
            select from break_glass_session s
            where s.firm_id = processor_event_body.firm_id
                and s.session_id = nullif(current_setting('feewright.session_id', true), '')::uuid
                and not exists (
                    select from break_glass_closure e where e.firm_id = s.firm_id and e.session_id = s.session_id)));
create policy break_glass_wall on idempotency_response as restrictive for select using (
    coalesce(current_setting('feewright.session_id', true), '') in ('', '00000000-0000-0000-0000-000000000000'));
