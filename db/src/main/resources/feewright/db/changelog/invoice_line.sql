--liquibase formatted sql

--changeset feewright:invoice_line
create table invoice_line (
    firm_id uuid not null,
    invoice_id uuid not null,
    line_no integer not null check (line_no > 0),
    category text not null check (category in ('package', 'hourly', 'expense', 'manual')),
    engagement_id uuid,
    pricing_mode text not null,
    currency char(3) not null,
    amount_minor bigint not null,
    period_start date,
    period_end date,
    whole_start date,
    whole_end date,
    fee_minor bigint,
    proration text,
    adjustment text check (adjustment in ('included', 'minimum', 'cap')),
    of_line integer,
    of_minutes bigint,
    included_minutes bigint check (included_minutes > 0),
    worth_minor bigint,
    before_minor bigint,
    worker_id uuid,
    worker_role text,
    rate_person_id uuid,
    rate_role text,
    per_hour_minor bigint,
    rate_from date,
    primary key (firm_id, invoice_id, line_no),
    constraint invoice_line_time_key unique (firm_id, invoice_id, line_no, category, engagement_id),
    constraint invoice_line_as_mode check (
        category in ('expense', 'manual')
            or category = 'package' and pricing_mode in ('package', 'mixed')
            or category = 'hourly' and pricing_mode in ('hourly', 'mixed')),
    constraint invoice_line_linked check (category in ('expense', 'manual') or engagement_id is not null),
    constraint invoice_line_package_parts check (
        category <> 'package'
            or num_nonnulls(period_start, period_end, whole_start, whole_end, fee_minor, proration) = 6),
    constraint invoice_line_hourly_parts check (
        num_nonnulls(worker_id, rate_from) = case when category = 'hourly' and adjustment is null then 2 else 0 end
            and (per_hour_minor is not null)
                = (category = 'hourly' and (adjustment is null or adjustment = 'included'))),
    constraint invoice_line_adjusts_hours check (adjustment is null or category = 'hourly'),
    -- What adjusts says what it was made from: included minutes their line, a minimum and a cap (its fee_minor) what they measure.
    constraint invoice_line_adjustment_parts check (
        num_nonnulls(of_line, of_minutes, included_minutes)
                = case when adjustment = 'included' then 3 else 0 end
            and num_nonnulls(worth_minor, before_minor) = case when adjustment in ('minimum', 'cap') then 2 else 0 end
            and case
                when category = 'package' then true
                when adjustment = 'minimum' then num_nonnulls(period_start, period_end, whole_start, whole_end, fee_minor, proration) = 6
                when adjustment = 'included' then
                    num_nonnulls(period_start, period_end, whole_start, whole_end) = 4 and num_nonnulls(fee_minor, proration) = 0
                when adjustment = 'cap' then
                    num_nonnulls(period_start, period_end, whole_start, whole_end) in (0, 4)
                        and fee_minor is not null and proration is null
                else num_nonnulls(period_start, period_end, whole_start, whole_end, fee_minor, proration) = 0
            end),
    constraint invoice_line_included_within_line check (included_minutes <= of_minutes),
    constraint invoice_line_not_negative check (
        amount_minor >= 0 or category in ('expense', 'manual')
            or coalesce(adjustment, '') in ('included', 'minimum', 'cap')),
    constraint invoice_line_included_takes_off check (amount_minor <= 0 or coalesce(adjustment, '') <> 'included'),
    constraint invoice_line_included_of_line
        foreign key (firm_id, invoice_id, of_line) references invoice_line (firm_id, invoice_id, line_no),
    constraint invoice_line_rate_scope check (rate_person_id is null or rate_role is null),
    constraint invoice_line_as_invoice
        foreign key (firm_id, invoice_id, pricing_mode, currency)
        references invoice (firm_id, invoice_id, pricing_mode, currency),
    constraint invoice_line_of_engagement
        foreign key (firm_id, invoice_id, engagement_id, pricing_mode)
        references invoice (firm_id, invoice_id, engagement_id, pricing_mode)
);
comment on table invoice_line is 'fact: a line of an invoice, with what its amount was made from. Its description is content';

alter table invoice_line enable row level security;
alter table invoice_line force row level security;
create policy firm_wall on invoice_line using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on invoice_line to feewright_app;
grant select on invoice_line to feewright_platform;
