--liquibase formatted sql

--changeset feewright:engagement_ending
create table engagement_ending (
    firm_id uuid not null,
    engagement_id uuid not null,
    client_id uuid not null,
    starts_on date not null,
    ended_on date not null,
    reason text not null
        check (reason in ('agreed', 'by_client', 'by_firm', 'completed', 'non_payment', 'renewed', 'other')),
    decision_id uuid not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (firm_id, engagement_id),
    constraint engagement_ending_after_start check (ended_on > starts_on),
    constraint engagement_ending_of_engagement
        foreign key (firm_id, engagement_id, client_id, starts_on)
        references engagement (firm_id, engagement_id, client_id, starts_on),
    constraint engagement_ending_decided foreign key (firm_id, decision_id) references decision
);
comment on table engagement_ending is 'fact: an engagement ended before the end that was agreed. The words of the reason are content';

alter table engagement_ending enable row level security;
alter table engagement_ending force row level security;
create policy firm_wall on engagement_ending using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on engagement_ending to feewright_app;
grant select on engagement_ending to feewright_platform;
