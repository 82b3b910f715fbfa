--liquibase formatted sql

--changeset feewright:engagement_draft
create table engagement_draft (
    firm_id uuid not null,
    engagement_id uuid not null,
    client_id uuid not null,
    terms_id uuid not null,
    revision integer not null check (revision > 0),
    primary key (firm_id, engagement_id),
    foreign key (firm_id, client_id) references client,
    foreign key (firm_id, terms_id) references terms
);
create index engagement_draft_by_client on engagement_draft (firm_id, client_id, engagement_id);
comment on table engagement_draft is 'draft: an unsigned agreement: points at its present terms, and goes when it is signed';

alter table engagement_draft enable row level security;
alter table engagement_draft force row level security;
create policy firm_wall on engagement_draft using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, update, delete on engagement_draft to feewright_app;
grant select on engagement_draft to feewright_platform;
