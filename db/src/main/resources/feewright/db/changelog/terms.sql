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
    included_minutes integer check (included_minutes between 1 and 600000),
    rollover_minutes integer check (rollover_minutes between 0 and 600000),
    beyond_minor bigint check (beyond_minor > 0),
    cap_minor bigint check (cap_minor > 0),
    cap_span text check (cap_span in ('period', 'engagement')),
    cap_beyond text check (cap_beyond in ('stop', 'write_down')),
    minimum_minor bigint check (minimum_minor > 0),
    minimum_proration text,
    primary key (firm_id, terms_id),
    constraint terms_frozen_key
        unique (firm_id, terms_id, pricing_mode, currency, starts_on, ends_on, client_approval),
    constraint terms_end_after_start check (ends_on > starts_on),
    constraint terms_package_as_mode check (
        num_nonnulls(fee_minor, package_cadence, package_timing, package_anchor, package_proration)
            = case when pricing_mode = 'hourly' then 0 else 5 end),
    constraint terms_hourly_as_mode check (
        num_nonnulls(hourly_cadence, hourly_anchor, increment_minutes, increment_rounding)
            = case when pricing_mode = 'package' then 0 else 4 end),
    -- Included minutes are those of a package period, and what is beyond them is an hour's.
    constraint terms_included_as_mode check (
        num_nonnulls(included_minutes, rollover_minutes) in (0, 2)
            and (included_minutes is null or pricing_mode = 'mixed')
            and (beyond_minor is null or included_minutes is not null)),
    constraint terms_cap_is_whole check (
        num_nonnulls(cap_minor, cap_span, cap_beyond) in (0, 3) and (cap_minor is null or pricing_mode <> 'package')),
    constraint terms_minimum_is_whole check (
        num_nonnulls(minimum_minor, minimum_proration) in (0, 2)
            and (minimum_minor is null or pricing_mode <> 'package')),
    constraint terms_cap_not_below_minimum check (cap_minor >= minimum_minor)
);
comment on table terms is 'fact: what was agreed: a change of a draft makes new terms. An open end is infinity, so that keys can carry it';

alter table terms enable row level security;
alter table terms force row level security;
create policy firm_wall on terms using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on terms to feewright_app;
grant select on terms to feewright_platform;
