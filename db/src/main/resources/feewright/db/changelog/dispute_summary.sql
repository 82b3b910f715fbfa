--liquibase formatted sql

--changeset feewright:dispute_summary
create table dispute_summary (
    firm_id uuid not null,
    dispute_id uuid not null,
    payment_id uuid not null,
    invoice_id uuid not null,
    client_id uuid not null,
    state text check (state in (
        'inquiry_needs_response', 'inquiry_under_review', 'inquiry_closed', 'needs_response', 'under_review', 'prevented', 'won',
        'lost', 'reopened')),
    open boolean not null,
    claimed_currency char(3) not null,
    claimed_minor bigint not null check (claimed_minor >= 0),
    reason text,
    respond_by timestamptz,
    currency char(3) not null,
    withdrawn_minor bigint not null,
    fees_minor bigint not null,
    charged_back_minor bigint not null check (charged_back_minor >= 0),
    primary key (firm_id, dispute_id),
    constraint dispute_summary_loss check (charged_back_minor = 0 or state = 'lost'),
    foreign key (firm_id, dispute_id) references dispute
);
create index dispute_summary_by_payment on dispute_summary (firm_id, payment_id);
create index dispute_summary_by_invoice on dispute_summary (firm_id, invoice_id);
create index dispute_summary_by_client on dispute_summary (firm_id, client_id);
create index dispute_summary_by_deadline on dispute_summary (firm_id, respond_by, dispute_id);
comment on table dispute_summary is 'cursor: how a dispute stands by those of its events that count, which could be folded again';

alter table dispute_summary enable row level security;
alter table dispute_summary force row level security;
create policy firm_wall on dispute_summary using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update on dispute_summary to feewright_app;
grant select on dispute_summary to feewright_platform;
