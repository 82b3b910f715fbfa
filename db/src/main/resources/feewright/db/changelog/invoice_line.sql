--liquibase formatted sql

--changeset feewright:invoice_line
create table invoice_line (
    firm_id uuid not null,
    invoice_id uuid not null,
    line_no integer not null check (line_no > 0),
    category text not null check (category in ('package', 'hourly', 'manual')),
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
    worker_id uuid,
    worker_role text,
    rate_person_id uuid,
    rate_role text,
    per_hour_minor bigint,
    rate_from date,
    primary key (firm_id, invoice_id, line_no),
    constraint invoice_line_time_key unique (firm_id, invoice_id, line_no, category, engagement_id),
    constraint invoice_line_as_mode check (
        category = 'manual'
            or category = 'package' and pricing_mode in ('package', 'mixed')
            or category = 'hourly' and pricing_mode in ('hourly', 'mixed')),
    constraint invoice_line_linked check (category = 'manual' or engagement_id is not null),
    constraint invoice_line_package_parts check (
        num_nonnulls(period_start, period_end, whole_start, whole_end, fee_minor, proration)
            = case category when 'package' then 6 else 0 end),
    constraint invoice_line_hourly_parts check (
        num_nonnulls(worker_id, per_hour_minor, rate_from) = case category when 'hourly' then 3 else 0 end),
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
