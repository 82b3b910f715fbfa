--liquibase formatted sql

--changeset feewright:credit_review
create table credit_review (
    firm_id uuid not null,
    grant_id uuid not null,
    outcome text not null check (outcome in ('approved', 'rejected')),
    asked_by uuid not null,
    reviewed_by uuid not null,
    reviewed_at timestamptz not null,
    primary key (firm_id, grant_id),
    constraint credit_review_four_eyes check (outcome = 'rejected' or reviewed_by <> asked_by),
    constraint credit_review_of_grant
        foreign key (firm_id, grant_id, asked_by) references credit_grant (firm_id, grant_id, asked_by)
);
comment on table credit_review is 'fact: that somebody agreed to a grant of credit, or did not';

alter table credit_review enable row level security;
alter table credit_review force row level security;
create policy firm_wall on credit_review using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on credit_review to feewright_app;
grant select on credit_review to feewright_platform;
