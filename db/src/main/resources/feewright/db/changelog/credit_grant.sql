--liquibase formatted sql

--changeset feewright:credit_grant
create table credit_grant (
    firm_id uuid not null,
    grant_id uuid not null,
    client_id uuid not null,
    currency char(3) not null,
    source text not null check (source in (
        'overpayment', 'deposit', 'refund_as_credit', 'promotional', 'goodwill', 'correction')),
    amount_minor bigint not null check (amount_minor > 0),
    expires_on date,
    engagement_id uuid,
    asked_by uuid not null,
    asked_at timestamptz not null,
    origin_id uuid,
    primary key (firm_id, grant_id),
    constraint credit_grant_account_key unique (firm_id, grant_id, client_id, currency),
    constraint credit_grant_asker_key unique (firm_id, grant_id, asked_by),
    constraint credit_grant_origin check (
        (origin_id is null) = (source in ('promotional', 'goodwill', 'correction'))),
    foreign key (firm_id, client_id) references client,
    foreign key (firm_id, engagement_id) references engagement
);
create index credit_grant_by_client on credit_grant (firm_id, client_id, grant_id);
create index credit_grant_by_origin on credit_grant (firm_id, origin_id) where origin_id is not null;
comment on table credit_grant is 'fact: credit that a client is given, as it was asked for. Origin is the entry of the payment or the credit note that made it';

alter table credit_grant enable row level security;
alter table credit_grant force row level security;
create policy firm_wall on credit_grant using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on credit_grant to feewright_app;
grant select on credit_grant to feewright_platform;
