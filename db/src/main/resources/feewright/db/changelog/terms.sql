--liquibase formatted sql

--changeset feewright:terms
create table terms (
    firm_id uuid not null,
    terms_id uuid not null,
    pricing_mode text not null check (pricing_mode in ('package', 'hourly', 'mixed')),
    currency char(3) not null,
    starts_on date not null,
    ends_on date not null default 'infinity',
    due_in_days integer not null check (due_in_days between 0 and 365),
    zone text not null,
    client_approval boolean not null,
    auto_issue boolean not null,
    catch_up text not null,
    credit_application text not null,
    fee_minor bigint check (fee_minor > 0),
    package_cadence text,
    package_timing text,
    package_anchor text,
    package_proration text,
    hourly_cadence text,
    hourly_anchor text,
    increment_minutes integer check (increment_minutes between 1 and 480),
    increment_rounding text,
    primary key (firm_id, terms_id),
    constraint terms_frozen_key
        unique (firm_id, terms_id, pricing_mode, currency, starts_on, ends_on, client_approval),
    constraint terms_end_after_start check (ends_on > starts_on),
    constraint terms_package_as_mode check (
        num_nonnulls(fee_minor, package_cadence, package_timing, package_anchor, package_proration)
            = case when pricing_mode = 'hourly' then 0 else 5 end),
    constraint terms_hourly_as_mode check (
        num_nonnulls(hourly_cadence, hourly_anchor, increment_minutes, increment_rounding)
            = case when pricing_mode = 'package' then 0 else 4 end)
);
comment on table terms is 'fact: what was agreed: a change of a draft makes new terms. An open end is infinity, so that keys can carry it';

alter table terms enable row level security;
alter table terms force row level security;
create policy firm_wall on terms using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on terms to feewright_app;
grant select on terms to feewright_platform;
