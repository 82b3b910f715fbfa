--liquibase formatted sql

--changeset feewright:engagement_pause
create table engagement_pause (
    firm_id uuid not null,
    engagement_id uuid not null,
    pause_no integer not null check (pause_no > 0),
    resumed_no integer generated always as (nullif(pause_no - 1, 0)) stored,
    client_id uuid not null,
    starts_on date not null,
    first_day date not null,
    decision_id uuid not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (firm_id, engagement_id, pause_no),
    constraint engagement_pause_days_key unique (firm_id, engagement_id, pause_no, first_day),
    constraint engagement_pause_in_term check (first_day >= starts_on),
    constraint engagement_pause_of_engagement
        foreign key (firm_id, engagement_id, client_id, starts_on)
        references engagement (firm_id, engagement_id, client_id, starts_on),
    constraint engagement_pause_decided foreign key (firm_id, decision_id) references decision
);
comment on table engagement_pause is 'fact: an engagement is paused from a day on. The words of the reason are content';

alter table engagement_pause enable row level security;
alter table engagement_pause force row level security;
create policy firm_wall on engagement_pause using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on engagement_pause to feewright_app;
grant select on engagement_pause to feewright_platform;
