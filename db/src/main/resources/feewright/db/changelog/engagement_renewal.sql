--liquibase formatted sql

--changeset feewright:engagement_renewal
create table engagement_renewal (
    firm_id uuid not null,
    engagement_id uuid not null,
    client_id uuid not null,
    starts_on date not null,
    successor_id uuid not null,
    version integer not null check (version > 1),
    handed_over_on date not null,
    decision_id uuid not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (firm_id, engagement_id),
    constraint engagement_renewal_successor_once unique (firm_id, successor_id),
    constraint engagement_renewal_goes_on check (handed_over_on > starts_on),
    constraint engagement_renewal_of_engagement
        foreign key (firm_id, engagement_id, client_id, starts_on)
        references engagement (firm_id, engagement_id, client_id, starts_on),
    constraint engagement_renewal_to_successor
        foreign key (firm_id, successor_id, client_id, handed_over_on)
        references engagement (firm_id, engagement_id, client_id, starts_on),
    constraint engagement_renewal_decided foreign key (firm_id, decision_id) references decision
);
comment on table engagement_renewal is 'fact: a signed engagement took over from another of the same client, on its first day. The key gives each at most one successor';

alter table engagement_renewal enable row level security;
alter table engagement_renewal force row level security;
create policy firm_wall on engagement_renewal using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on engagement_renewal to feewright_app;
grant select on engagement_renewal to feewright_platform;
