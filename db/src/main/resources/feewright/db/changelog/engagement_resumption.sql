--liquibase formatted sql

--changeset feewright:engagement_resumption
create table engagement_resumption (
    firm_id uuid not null,
    engagement_id uuid not null,
    pause_no integer not null,
    first_day date not null,
    resumed_on date not null,
    decision_id uuid not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (firm_id, engagement_id, pause_no),
    constraint engagement_resumption_after_pause check (resumed_on > first_day),
    constraint engagement_resumption_of_pause
        foreign key (firm_id, engagement_id, pause_no, first_day)
        references engagement_pause (firm_id, engagement_id, pause_no, first_day),
    constraint engagement_resumption_decided foreign key (firm_id, decision_id) references decision
);
-- No pause begins while another lasts. Deferrable, because the tables refer to each other and an archive is read table by table. Not validated: there is no row yet, and the wall of the other table hides all of them.
alter table engagement_pause add constraint engagement_pause_after_resumption
    foreign key (firm_id, engagement_id, resumed_no) references engagement_resumption (firm_id, engagement_id, pause_no)
    deferrable initially immediate not valid;
comment on table engagement_resumption is 'fact: a pause is over from a day on';

alter table engagement_resumption enable row level security;
alter table engagement_resumption force row level security;
create policy firm_wall on engagement_resumption using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on engagement_resumption to feewright_app;
grant select on engagement_resumption to feewright_platform;
