--liquibase formatted sql

--changeset feewright:invoice
create table invoice (
    firm_id uuid not null,
    invoice_id uuid not null,
    series text not null,
    number bigint not null check (number > 0),
    client_id uuid not null,
    engagement_id uuid,
    terms_id uuid,
    pricing_mode text not null,
    currency char(3) not null,
    billing_date date not null,
    issue_date date not null,
    due_date date not null,
    package_minor bigint not null,
    hourly_minor bigint not null,
    expense_minor bigint not null,
    manual_minor bigint not null,
    total_minor bigint not null,
    pack_hash text not null check (pack_hash ~ '^[0-9a-f]{64}$'),
    decision_id uuid not null,
    fingerprint text not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    overridden boolean not null,
    primary key (firm_id, invoice_id),
    constraint invoice_number_once unique (firm_id, series, number),
    constraint invoice_line_key unique (firm_id, invoice_id, pricing_mode, currency),
    constraint invoice_engagement_key unique (firm_id, invoice_id, engagement_id, pricing_mode),
    constraint invoice_account_key unique (firm_id, invoice_id, client_id, currency),
    constraint invoice_linked_or_overridden check (engagement_id is not null or overridden),
    constraint invoice_manual_by_override check (manual_minor = 0 and expense_minor = 0 or overridden),
    constraint invoice_link_is_whole check (
        (engagement_id is null) = (terms_id is null) and (engagement_id is null) = (pricing_mode = 'none')),
    constraint invoice_total_is_sum check (total_minor = package_minor + hourly_minor + expense_minor + manual_minor),
    constraint invoice_not_negative check (total_minor >= 0),
    constraint invoice_totals_as_mode check (
        (package_minor = 0 or pricing_mode in ('package', 'mixed'))
            and (hourly_minor = 0 or pricing_mode in ('hourly', 'mixed'))),
    foreign key (firm_id, client_id) references client,
    constraint invoice_as_engagement
        foreign key (firm_id, engagement_id, client_id, terms_id, pricing_mode, currency)
        references engagement (firm_id, engagement_id, client_id, terms_id, pricing_mode, currency),
    constraint invoice_decided foreign key (firm_id, decision_id) references decision
);
create index invoice_by_client on invoice (firm_id, client_id, invoice_id);
create index invoice_by_engagement on invoice (firm_id, engagement_id, invoice_id);
create index invoice_by_issue_date on invoice (firm_id, issue_date, invoice_id);
comment on table invoice is 'fact: an issued invoice. Mode none means no engagement, which takes an override';

alter table invoice enable row level security;
alter table invoice force row level security;
create policy firm_wall on invoice using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on invoice to feewright_app;
grant select on invoice to feewright_platform;
