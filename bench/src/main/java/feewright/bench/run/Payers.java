package feewright.bench.run;

import feewright.platform.FirmId;

/** The clients of a firm's engagements, and what was collected of them. */
record Payers(Server server, FirmId firm) {

    /** Gives each engagement a client of its own, as most firms have it. Nothing may be issued yet. */
    void giveEachAClient() {
        server.run(
                "set local session_replication_role = replica",
                """
                insert into client (firm_id, client_id, registered_at)
                select e.firm_id, e.engagement_id, c.registered_at
                from engagement e
                join client c on c.firm_id = e.firm_id and c.client_id = e.client_id
                where e.firm_id = '%s'
                """.formatted(firm),
                "update engagement set client_id = engagement_id where firm_id = '%s'".formatted(firm),
                "update time_entry_version set client_id = engagement_id where firm_id = '%s'".formatted(firm));
    }

    /** Has every client pay by itself, with a card of the simulated processor that pays. */
    void switchAutopayOn() {
        server.run("""
            insert into payment_method (
                firm_id, method_id, client_id, processor, customer, reference, kind, brand, last_four, added_by, added_at)
            select
                firm_id, client_id, client_id, 'simulated', 'sim-bench', 'card-succeeds', 'card', 'visa', '4242',
                firm_id, registered_at
            from client
            where firm_id = '%s'
            """.formatted(firm), """
                insert into autopay_setting (firm_id, client_id, number, enabled, set_by, set_at)
                select firm_id, client_id, 1, true, firm_id, registered_at
                from client
                where firm_id = '%s'
                """.formatted(firm));
    }

    /** How many invoices the outbox is done with. */
    long collected() {
        return server.count(
                "select count(*) from collection_cursor where firm_id = '%s' and why = 'collected'".formatted(firm));
    }

    /** Fails unless so many invoices were charged, each once, and owe nothing. */
    void requireEachPaidOnce(int invoices) {
        long charged = server.count("""
            select count(distinct invoice_id) from simulated_payment where firm_id = '%1$s'
                and (select count(*) from payment_attempt where firm_id = '%1$s') = %2$d
                and (select count(*) from simulated_payment where firm_id = '%1$s') = %2$d
                and (select sum(owed_minor) from receivable where firm_id = '%1$s') = 0
            """.formatted(firm, invoices));
        if (charged != invoices) {
            throw new IllegalStateException("not charged once each");
        }
    }
}
