--liquibase formatted sql

--changeset feewright:time_claim
create table time_claim (
    firm_id uuid not null,
    entry_id uuid not null,
    version integer not null,
    invoice_id uuid not null,
    approved boolean not null default true check (approved),
    primary key (firm_id, entry_id),
    -- The line refers to the approval of the version, so the claim need not.
    constraint time_claim_of_line
        foreign key (firm_id, invoice_id, entry_id, version)
        references invoice_line_time (firm_id, invoice_id, entry_id, version),
    -- While the claim stands, the entry can neither move to another version nor lose its approval.
    constraint time_claim_holds_entry
        foreign key (firm_id, entry_id, version, approved)
        references time_entry (firm_id, entry_id, version, approved)
);
create index time_claim_by_invoice on time_claim (firm_id, invoice_id);
comment on table time_claim is 'claim: this time entry, in this version, is billed by an invoice that stands';

alter table time_claim enable row level security;
alter table time_claim force row level security;
create policy firm_wall on time_claim using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert, delete on time_claim to feewright_app;
grant select on time_claim to feewright_platform;
