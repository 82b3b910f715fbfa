--liquibase formatted sql

--changeset feewright:engagement
create table engagement (
    firm_id uuid not null,
    engagement_id uuid not null,
    client_id uuid not null,
    terms_id uuid not null,
    pricing_mode text not null,
    currency char(3) not null,
    starts_on date not null,
    ends_on date not null,
    client_approval boolean not null,
    signing_method text not null,
    document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
    signed_at timestamptz not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (firm_id, engagement_id),
    constraint engagement_terms_once unique (firm_id, terms_id),
    constraint engagement_billing_key
        unique (firm_id, engagement_id, client_id, terms_id, pricing_mode, currency),
    constraint engagement_work_key
        unique (firm_id, engagement_id, client_id, starts_on, ends_on, client_approval),
    constraint engagement_succession_key unique (firm_id, engagement_id, client_id, starts_on),
    foreign key (firm_id, client_id) references client,
    constraint engagement_of_terms
        foreign key (firm_id, terms_id, pricing_mode, currency, starts_on, ends_on, client_approval)
        references terms (firm_id, terms_id, pricing_mode, currency, starts_on, ends_on, client_approval)
);
create index engagement_by_client on engagement (firm_id, client_id, engagement_id);
comment on table engagement is 'fact: a signed agreement. It repeats what later keys must agree with: mode, currency, term, whose approval';

alter table engagement enable row level security;
alter table engagement force row level security;
create policy firm_wall on engagement using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on engagement to feewright_app;
grant select on engagement to feewright_platform;
