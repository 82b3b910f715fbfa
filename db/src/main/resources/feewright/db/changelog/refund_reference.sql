--liquibase formatted sql

--changeset feewright:refund_reference
create table refund_reference (
    firm_id uuid not null,
    reference text not null,
    refund_id uuid not null,
    primary key (firm_id, reference),
    foreign key (firm_id, refund_id) references refund
);
comment on table refund_reference is 'claim: a refund at a processor is one refund here';

alter table refund_reference enable row level security;
alter table refund_reference force row level security;
create policy firm_wall on refund_reference using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on refund_reference to feewright_app;
grant select on refund_reference to feewright_platform;
