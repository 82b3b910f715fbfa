--liquibase formatted sql

-- Drafts and signed engagements with their terms, rates and what became of them, as every reader needs them. A view of its invoker, so that the
-- walls of the tables hold.
--changeset feewright:agreement
create view agreement with (security_invoker = true) as
select
    a.firm_id,
    a.engagement_id,
    a.client_id,
    a.revision,
    a.signing_method,
    a.document_hash,
    a.signed_at,
    a.recorded_by,
    a.recorded_at,
    t.terms_id,
    t.pricing_mode,
    t.currency,
    t.starts_on,
    nullif(t.ends_on, 'infinity') as ends_on,
    t.due_in_days,
    t.zone,
    t.client_approval,
    t.auto_issue,
    t.catch_up,
    t.credit_application,
    t.fee_minor,
    t.package_cadence,
    t.package_timing,
    t.package_anchor,
    t.package_proration,
    t.hourly_cadence,
    t.hourly_anchor,
    t.increment_minutes,
    t.increment_rounding,
    t.included_minutes,
    t.rollover_minutes,
    t.beyond_minor,
    t.cap_minor,
    t.cap_span,
    t.cap_beyond,
    t.minimum_minor,
    t.minimum_proration,
    r.rate_persons,
    r.rate_roles,
    r.rate_minors,
    r.rate_froms,
    g.ended_on,
    h.pause_days,
    h.resume_days
from (
    select
        firm_id, engagement_id, client_id, terms_id, revision, null::text as signing_method, null::text as document_hash,
        null::timestamptz as signed_at, null::uuid as recorded_by, null::timestamptz as recorded_at
    from engagement_draft
    union all
    select
        firm_id, engagement_id, client_id, terms_id, null, signing_method, document_hash,
        signed_at, recorded_by, recorded_at
    from engagement
) a
join terms t on t.firm_id = a.firm_id and t.terms_id = a.terms_id
left join lateral (
    select
        array_agg(p.person_id order by p.rate_no) as rate_persons,
        array_agg(p.role order by p.rate_no) as rate_roles,
        array_agg(p.per_hour_minor order by p.rate_no) as rate_minors,
        array_agg(p.effective_from order by p.rate_no) as rate_froms
    from terms_rate p
    where p.firm_id = t.firm_id and p.terms_id = t.terms_id
) r on true
left join lateral (
    select e.ended_on
    from engagement_ending e
    where e.firm_id = a.firm_id and e.engagement_id = a.engagement_id
    offset 0
) g on true
left join lateral (
    select
        array_agg(p.first_day order by p.pause_no) as pause_days,
        array_agg(s.resumed_on order by p.pause_no) as resume_days
    from engagement_pause p
    left join lateral (
        select s.resumed_on
        from engagement_resumption s
        where s.firm_id = p.firm_id and s.engagement_id = p.engagement_id and s.pause_no = p.pause_no
        offset 0
    ) s on true
    where p.firm_id = a.firm_id and p.engagement_id = a.engagement_id
) h on true;

grant select on agreement to feewright_app, feewright_platform;
