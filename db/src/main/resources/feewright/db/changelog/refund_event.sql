--liquibase formatted sql

--changeset feewright:refund_event
create table refund_event (
    firm_id uuid not null,
    refund_id uuid not null,
    number integer not null check (number > 0),
    state text not null check (state in (
        'requested', 'unknown', 'pending', 'action_required', 'succeeded', 'failed', 'cancelled')),
    reference text,
    code text,
    source text not null check (source in ('ours', 'call', 'look_up', 'event')),
    source_id text,
    applied boolean not null,
    entry_id uuid,
    decision_id uuid not null,
    happened_at timestamptz not null,
    primary key (firm_id, refund_id, number),
    constraint refund_event_source_once unique (firm_id, refund_id, source_id),
    constraint refund_event_entry_once unique (firm_id, entry_id),
    constraint refund_event_money check (entry_id is null or applied),
    constraint refund_event_confirmed check (not applied or source <> 'ours' or state in ('requested', 'unknown')),
    constraint refund_event_parts check (
        case state
            when 'requested' then num_nonnulls(reference, code) = 0
            when 'unknown' then reference is null and code is not null
            when 'failed' then code is not null
            else reference is not null and code is null
        end),
    foreign key (firm_id, refund_id) references refund,
    foreign key (firm_id, entry_id) references journal_entry,
    foreign key (firm_id, decision_id) references decision
);
comment on table refund_event is 'fact: what was said of a refund, by whom, and whether a rule permitted it';

alter table refund_event enable row level security;
alter table refund_event force row level security;
create policy firm_wall on refund_event using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on refund_event to feewright_app;
grant select on refund_event to feewright_platform;
