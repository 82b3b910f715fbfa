package feewright.jdbc;

/**
 * What is due, as the beginning of a query. Each {@code offset 0} stands between the planner and a join of all that a firm has:
 * whatever its statistics say, a question reads what is due in its buckets, and the cursor of each engagement once for each due day.
 */
final class DueRows {

    /** Tables {@code due (engagement_id, bucket)}, for the parameters of a {@link feewright.run.DueFilter}. */
    static final String DUE = """
        with day (zone, day) as (
            select zone, day
            from unnest(:zones::text[], :days::date[]) as t (zone, day)
        ),
        part (bucket) as (
            select bucket
            from unnest(:buckets::int4[]) as t (bucket)
            where :only::uuid is null or bucket = get_byte(uuid_send(:only), 15) & 63
        ),
        candidate (engagement_id, bucket) as (
            select c.engagement_id, part.bucket
            from part
            cross join lateral (
                select c.engagement_id, c.zone, c.package_due_on
                from billing_cursor c
                where c.firm_id = :firm and c.automatic = :automatic and c.bucket = part.bucket
                    and c.package_due_on <= :latest
                offset 0
            ) c
            join day on day.zone = c.zone and c.package_due_on <= day.day
            where (:after::uuid is null or c.engagement_id > :after)
                and (:only::uuid is null or c.engagement_id = :only)
            union
            select t.engagement_id, part.bucket
            from part
            cross join lateral (
                select distinct t.due_on, t.engagement_id
                from time_entry t
                where t.firm_id = :firm and t.open and t.bucket = part.bucket and t.due_on <= :latest
                offset 0
            ) t
            cross join lateral (
                select c.zone, c.billed_on, c.hourly_due_on
                from billing_cursor c
                where c.firm_id = :firm and c.engagement_id = t.engagement_id and c.automatic = :automatic
                offset 0
            ) c
            join day on day.zone = c.zone and t.due_on <= day.day
            where (:after::uuid is null or t.engagement_id > :after)
                and (:only::uuid is null or t.engagement_id = :only)
                and (c.billed_on is null or t.due_on > c.billed_on or c.hourly_due_on is null
                    or c.hourly_due_on <= day.day)
        ),
        due (engagement_id, bucket) as (
            select d.engagement_id, d.bucket
            from candidate d
            left join lateral (
                select s.engagement_id
                from set_aside s
                where s.firm_id = :firm and s.engagement_id = d.engagement_id
                offset 0
            ) s on true
            where :with_set_aside or s.engagement_id is null
        )
        """;

    private DueRows() {}
}
