--liquibase formatted sql

--changeset feewright:period_claim
create table period_claim (
    firm_id uuid not null,
    engagement_id uuid not null,
    charge text not null check (charge = 'package'),
    period_start date not null,
    invoice_id uuid not null,
    pricing_mode text not null,
    primary key (firm_id, engagement_id, charge, period_start),
    constraint period_claim_as_mode check (pricing_mode in ('package', 'mixed')),
    constraint period_claim_of_invoice
        foreign key (firm_id, invoice_id, engagement_id, pricing_mode)
        references invoice (firm_id, invoice_id, engagement_id, pricing_mode)
);
create index period_claim_by_invoice on period_claim (firm_id, invoice_id);
comment on table period_claim is 'claim: this period of this engagement is billed by an invoice that stands';

alter table period_claim enable row level security;
alter table period_claim force row level security;
create policy firm_wall on period_claim using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on period_claim to feewright_app;
grant select on period_claim to feewright_platform;
