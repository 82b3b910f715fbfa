--liquibase formatted sql

--changeset feewright:autopay_setting
create table autopay_setting (
    firm_id uuid not null,
    client_id uuid not null,
    number integer not null check (number > 0),
    enabled boolean not null,
    method_id uuid,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (firm_id, client_id, number),
    foreign key (firm_id, client_id) references client,
    constraint autopay_setting_method_of_client
        foreign key (firm_id, method_id, client_id) references payment_method (firm_id, method_id, client_id)
);
comment on table autopay_setting is 'fact: whether what is issued to a client is collected by itself; the last number counts';

alter table autopay_setting enable row level security;
alter table autopay_setting force row level security;
create policy firm_wall on autopay_setting using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on autopay_setting to feewright_app;
grant select on autopay_setting to feewright_platform;
