package feewright.bench.run;

/**
 * The floor: the rows that a run wrote for one firm, written once more for its twin by plain SQL on the server: the same tables, keys
 * and indexes, one statement for each table, one transaction.
 */
record RunFloor(Server server, Portfolio billed, Portfolio twin) {

    private static final String[] WRITTEN = {
        "decision",
        "invoice",
        "invoice_line",
        "invoice_line_time",
        "period_claim",
        "time_claim",
        "receivable",
        "transfer",
        "billing_run",
        "billing_run_slice",
        "billing_run_item",
        "audit_event"
    };

    void write() {
        String[] statements = new String[WRITTEN.length + 4];
        for (int table = 0; table < WRITTEN.length; table++) {
            statements[table] = billed.copyInto(twin, WRITTEN[table]);
        }
        int next = WRITTEN.length;
        statements[next++] = """
            insert into customer_text (firm_id, subject_id, field, body)
            select '%s', c.subject_id, c.field, c.body
            from invoice i
            join customer_text c on c.firm_id = i.firm_id and c.subject_id = i.invoice_id
            where i.firm_id = '%s'
            """.formatted(twin.firm(), billed.firm());
        statements[next++] = """
            update time_entry t
            set state = 'billed'
            from time_claim c
            where c.firm_id = '%1$s' and t.firm_id = '%1$s' and t.entry_id = c.entry_id
            """.formatted(twin.firm());
        statements[next++] = """
            update billing_cursor t
            set released = c.released, next_package_start = c.next_package_start, package_due_on = c.package_due_on,
                billed_on = c.billed_on, hourly_due_on = c.hourly_due_on,
                hourly_use = c.hourly_use, minimum_from = c.minimum_from, adjustment_due_on = c.adjustment_due_on
            from billing_cursor c
            where c.firm_id = '%2$s' and t.firm_id = '%1$s' and t.engagement_id = c.engagement_id
            """.formatted(twin.firm(), billed.firm());
        statements[next] = billed.copyInto(twin, "invoice_counter");
        server.run(statements);
    }
}
