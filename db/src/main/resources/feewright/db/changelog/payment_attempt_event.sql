--liquibase formatted sql

--changeset feewright:payment_attempt_event
create table payment_attempt_event (
    firm_id uuid not null,
    attempt_id uuid not null,
    number integer not null check (number > 0),
    kind text not null check (kind in (
        'initiated', 'not_sent', 'processing', 'action_required', 'succeeded', 'failed', 'unknown', 'not_there',
        'cancelled')),
    reference text,
    amount_minor bigint check (amount_minor > 0),
    currency char(3),
    category text,
    hard boolean,
    code text,
    advice text,
    source text not null check (source in ('ours', 'call', 'look_up', 'event')),
    source_id text,
    applied boolean not null,
    entry_id uuid,
    decision_id uuid not null,
    happened_at timestamptz not null,
    primary key (firm_id, attempt_id, number),
    constraint payment_attempt_event_source_once unique (firm_id, attempt_id, source_id),
    constraint payment_attempt_event_entry_once unique (firm_id, entry_id),
    -- Only a confirmed success or its return moves money. A success that no rule lets count brings it into suspense.
    constraint payment_attempt_event_money check (
        entry_id is null or kind = 'succeeded' and source <> 'ours' or kind = 'failed' and applied),
    constraint payment_attempt_event_confirmed check (
        not applied or source <> 'ours' or kind in ('initiated', 'unknown', 'not_sent')),
    constraint payment_attempt_event_parts check (
        (kind = 'succeeded') = (num_nonnulls(amount_minor, currency) = 2) and (kind = 'failed') = (num_nonnulls(category, hard) = 2)),
    foreign key (firm_id, attempt_id) references payment_attempt,
    foreign key (firm_id, entry_id) references journal_entry,
    foreign key (firm_id, decision_id) references decision
);
create index payment_attempt_event_reference on payment_attempt_event (firm_id, reference) where kind = 'succeeded';
comment on table payment_attempt_event is 'fact: what was said of an attempt, by whom, and whether a rule permitted it';

alter table payment_attempt_event enable row level security;
alter table payment_attempt_event force row level security;
create policy firm_wall on payment_attempt_event using (firm_id = current_setting('feewright.firm_id')::uuid);
grant select, insert on payment_attempt_event to feewright_app;
grant select on payment_attempt_event to feewright_platform;
