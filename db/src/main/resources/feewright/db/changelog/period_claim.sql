--liquibase formatted sql

--changeset feewright:period_claim
create table period_claim (
    firm_id uuid not null,
    engagement_id uuid not null,
    charge text not null check (charge = 'package'),
    period_start date not null,
    period_end date not null,
    invoice_id uuid not null,
    pricing_mode text not null,
    primary key (firm_id, engagement_id, charge, period_start),
    -- Parts of a period have their start or their end in common, so that no day of it is claimed by two.
    constraint period_claim_end_once unique (firm_id, engagement_id, charge, period_end),
    constraint period_claim_has_days check (period_end > period_start),
    constraint period_claim_as_mode check (pricing_mode in ('package', 'mixed')),
    constraint period_claim_of_invoice
        foreign key (firm_id, invoice_id, engagement_id, pricing_mode)
        references invoice (firm_id, invoice_id, engagement_id, pricing_mode)
);
create index period_claim_by_invoice on period_claim (firm_id, invoice_id);
comment on table period_claim is 'claim: these days of a period of this engagement are billed by an invoice that stands. An ending or a pause gives days back';

alter table period_claim enable row level security;
alter table period_claim force row level security;
create policy firm_wall on period_claim using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on period_claim to feewright_app;
grant select on period_claim to feewright_platform;
