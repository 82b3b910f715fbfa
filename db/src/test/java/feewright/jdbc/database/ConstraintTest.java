package feewright.jdbc.database;

import feewright.fixture.Offers;
import feewright.jdbc.fixture.Books;
import feewright.time.EntryVersion;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The third place of every invariant (design §4): plain SQL of the runtime role, with no type and no rule in the way, is refused
 * by the constraint that the test names.
 */
public class ConstraintTest {

    private Books books;

    @BeforeEach
    void openBooks() {
        books = new Books();
    }

    @Test
    void a_period_is_claimed_once_P1() {
        refused("period_claim_pkey", claimedAgain("period_start", "period_end - 1"));
    }

    /** What is left of a period after a pause ends as the whole does: its days have to be given back first. */
    @Test
    void a_part_of_a_claimed_period_is_not_claimed_as_well_C2() {
        refused("period_claim_end_once", claimedAgain("period_start + 4", "period_end"));
        refused("period_claim_has_days", claimedAgain("period_start + 4", "period_start + 4"));
    }

    /** The claims of other invoices once more, of other days. */
    private String claimedAgain(String start, String end) {
        return """
            insert into period_claim (firm_id, engagement_id, charge, period_start, period_end, invoice_id, pricing_mode)
            select firm_id, engagement_id, charge, %s, %s, '%s', pricing_mode
            from period_claim
            where invoice_id <> '%s'
            """.formatted(start, end, books.invoice.id(), books.invoice.id());
    }

    @Test
    void a_period_is_claimed_only_under_package_or_mixed_terms() {
        var hourly = books.issue(books.hourly);

        refused(
                "period_claim_as_mode",
                periodClaim(hourly.id().toString(), "hourly", books.hourly.id().toString()));
        refused(
                "period_claim_of_invoice",
                periodClaim(hourly.id().toString(), "mixed", books.hourly.id().toString()));
        refused(
                "period_claim_of_invoice",
                periodClaim(
                        books.invoice.id().toString(),
                        "mixed",
                        books.packaged.id().toString()));
    }

    private static String periodClaim(String invoice, String mode, String engagement) {
        return """
            insert into period_claim (firm_id, engagement_id, charge, period_start, period_end, invoice_id, pricing_mode)
            values (current_setting('feewright.firm_id')::uuid, '%s', 'package', '2030-01-01', '2030-02-01', '%s', '%s')
            """.formatted(engagement, invoice, mode);
    }

    @Test
    void unapproved_time_cannot_reach_a_line_H3() {
        refused("invoice_line_time_approved", lineTime(books.submitted));
        refused("invoice_line_time_approved", lineTime(books.logged));
    }

    @Test
    void time_of_another_engagement_cannot_reach_a_line_H3() {
        refused("invoice_line_time_of_engagement", lineTime(books.elsewhere));
    }

    @Test
    void time_that_is_not_billable_cannot_reach_a_line_H3() {
        EntryVersion unbillable = books.unbillable();

        refused("invoice_line_time_of_engagement", lineTime(unbillable));
        refused(
                "time_entry_billed_is_billable",
                "update time_entry set state = 'billed' where entry_id = '%s'".formatted(unbillable.entry()));
    }

    @Test
    void an_entry_is_claimed_once_H3() {
        refused("time_claim_pkey", timeClaim(books.billed));
        refused("invoice_line_time_pkey", lineTime(books.billed));
    }

    @Test
    void a_claim_needs_a_line_that_names_the_time() {
        refused("time_claim_of_line", timeClaim(books.approved));
    }

    @Test
    void time_whose_approval_is_gone_cannot_be_claimed_H2() {
        refused(
                "time_claim_holds_entry",
                lineTime(books.approved),
                "update time_entry set state = 'submitted' where entry_id = '%s'".formatted(books.approved.entry()),
                timeClaim(books.approved));
    }

    @Test
    void an_old_version_cannot_be_claimed_H2() {
        refused(
                "time_claim_holds_entry",
                lineTime(books.approved),
                newVersion(books.approved, "billable", "true"),
                "update time_entry set version = 9, state = 'draft' where entry_id = '%s'"
                        .formatted(books.approved.entry()),
                timeClaim(books.approved));
    }

    @Test
    void a_billed_entry_can_be_neither_edited_nor_unapproved_H4() {
        refused(
                "time_claim_holds_entry",
                "update time_entry set state = 'rejected' where entry_id = '%s'".formatted(books.billed.entry()));
        refused(
                "time_claim_holds_entry",
                newVersion(books.billed, "billable", "true"),
                "update time_entry set version = 9, state = 'draft' where entry_id = '%s'"
                        .formatted(books.billed.entry()));
    }

    @Test
    void an_entry_is_not_approved_without_an_approval_of_its_version_H2() {
        refused(
                "time_entry_approved_by_firm",
                "update time_entry set state = 'approved' where entry_id = '%s'".formatted(books.submitted.entry()));
        refused(
                "time_entry_approved_by_firm",
                newVersion(books.approved, "billable", "true"),
                "update time_entry set version = 9 where entry_id = '%s'".formatted(books.approved.entry()));
    }

    @Test
    void an_entry_says_what_its_version_says() {
        refused(
                "time_entry_of_version",
                "update time_entry set minutes = 600 where entry_id = '%s'".formatted(books.approved.entry()));
    }

    @Test
    void nobody_approves_their_own_time_H2() {
        String worker = books.office.staff.person().toString();
        refused("time_approval_not_own", approval(books.submitted, worker, worker));
    }

    @Test
    void an_approval_names_the_real_worker_H2() {
        String worker = books.office.staff.person().toString();
        refused(
                "time_approval_of_worker",
                approval(books.submitted, books.office.admin.person().toString(), worker));
    }

    @Test
    void an_entry_is_not_approved_without_the_client_where_the_terms_ask_for_it_H2() {
        var asking = books.office.signed(Offers.withClientApproval(Offers.hourly("100.00")));
        EntryVersion half = books.office.approved(asking, Books.DAY, 20);

        refused(
                "time_entry_approved_by_client",
                "update time_entry set state = 'approved' where entry_id = '%s'".formatted(half.entry()));
    }

    @Test
    void one_side_approves_a_version_once_H2() {
        String worker = books.office.staff.person().toString();
        refused(
                "time_approval_pkey",
                approval(
                        books.approved,
                        worker,
                        books.office.masterAdmin.person().toString()));
    }

    @Test
    void an_engagement_is_signed_once_E1() {
        refused(
                "engagement_pkey",
                "insert into engagement select * from engagement where firm_id = '%s'".formatted(books.office.firm));
    }

    @Test
    void only_submitted_time_is_approved_H1() {
        refused(
                "time_approval_of_submitted",
                approval(
                        books.logged,
                        books.office.staff.person().toString(),
                        books.office.admin.person().toString()));
    }

    @Test
    void time_lies_within_the_term_of_a_signed_engagement_H3() {
        refused("time_entry_version_in_term", newVersion(books.logged, "worked_on", "'2025-12-31'::date"));
        refused("time_entry_version_of_engagement", newVersion(books.logged, "engagement_id", "gen_random_uuid()"));
        refused("time_entry_version_of_engagement", newVersion(books.logged, "starts_on", "'2020-01-01'::date"));
        refused("time_entry_version_minutes_check", newVersion(books.logged, "minutes", "0"));
        refused("time_entry_version_minutes_check", newVersion(books.logged, "minutes", "1441"));
    }

    @Test
    void a_project_is_of_the_same_client_H1() {
        String client = books.office.anotherClient().toString();
        refused(
                "time_entry_version_project_of_client",
                """
                insert into project (firm_id, project_id, client_id)
                select firm_id, '%s', client_id from client where client_id = '%s'
                """.formatted(client, client),
                newVersion(books.logged, "project_id", "'%s'::uuid".formatted(client)));
    }

    @Test
    void a_break_glass_session_ends_within_a_day_T2() {
        refused("break_glass_session_limit", session("interval '24 hours 1 second'"));
        refused("break_glass_session_limit", session("interval '0 hours'"));
    }

    private static String session(String length) {
        return """
            insert into break_glass_session (firm_id, session_id, operator_id, opened_at, expires_at)
            values (current_setting('feewright.firm_id')::uuid, gen_random_uuid(), gen_random_uuid(), now(), now() + %s)
            """.formatted(length);
    }

    @Test
    void a_day_has_24_hours_H1() {
        refused("person_day_24_hours", "update person_day set minutes = minutes + 1440");
    }

    @Test
    void an_invoice_without_an_engagement_needs_an_override_I1() {
        refused(
                "invoice_linked_or_overridden",
                invoice("engagement_id", "null::uuid", "terms_id", "null::uuid", "pricing_mode", "'none'"));
    }

    @Test
    void an_invoice_agrees_with_its_engagement_I1() {
        refused("invoice_as_engagement", invoice("currency", "'EUR'"));
        refused(
                "invoice_as_engagement",
                invoice("pricing_mode", "'package'", "hourly_minor", "0", "total_minor", "package_minor"));
        refused("invoice_as_engagement", invoice("terms_id", "gen_random_uuid()"));
        refused("invoice_as_engagement", invoice("engagement_id", "'%s'::uuid".formatted(books.hourly.id())));
        String another = books.office.anotherClient().toString();
        refused("invoice_as_engagement", invoice("client_id", "'%s'::uuid".formatted(another)));
        refused("invoice_link_is_whole", invoice("engagement_id", "null::uuid", "overridden", "true"));
    }

    @Test
    void an_invoice_has_a_decision_and_a_number_of_its_own_I4() {
        refused("invoice_decided", invoice("decision_id", "gen_random_uuid()"));
        refused("invoice_number_once", invoice("number", "number"));
    }

    @Test
    void a_charge_by_hand_needs_an_override_I1() {
        refused("invoice_manual_by_override", invoice("manual_minor", "100", "total_minor", "total_minor + 100"));
        refused("invoice_manual_by_override", invoice("expense_minor", "100", "total_minor", "total_minor + 100"));
    }

    @Test
    void a_category_needs_terms_of_its_mode_I2() {
        refused("invoice_totals_as_mode", invoice("pricing_mode", "'package'"));
    }

    @Test
    void a_total_is_the_sum_of_its_categories_I2() {
        refused("invoice_total_is_sum", invoice("total_minor", "total_minor + 1"));
    }

    @Test
    void lines_fit_the_mode_and_the_currency_of_the_invoice() {
        refused("invoice_line_as_invoice", line("currency", "'EUR'"));
        refused("invoice_line_as_invoice", line("pricing_mode", "'package'"));
        refused("invoice_line_as_mode", line("pricing_mode", "'hourly'"));
        refused("invoice_line_linked", line("engagement_id", "null::uuid"));
        refused("invoice_line_of_engagement", line("engagement_id", "'%s'::uuid".formatted(books.hourly.id())));
    }

    @Test
    void what_adjusts_hours_has_its_parts_and_its_sign_I2() {
        refused("invoice_line_not_negative", adjusting("{\"amount_minor\": -1}"));
        refused("invoice_line_adjusts_hours", adjusting("""
            {"category": "manual", "adjustment": "cap", "worth_minor": 0, "before_minor": 0, "fee_minor": 1}
            """));
        refused("invoice_line_adjustment_parts", adjusting("{\"worth_minor\": 5}"));
        refused("invoice_line_included_takes_off", adjusting(included(1, 1, 30)));
        refused("invoice_line_included_within_line", adjusting(included(-1, 1, 61)));
        refused("invoice_line_included_of_line", adjusting(included(-1, 77, 30)));
        refused(
                "invoice_not_negative",
                invoice("manual_minor", "-900000", "total_minor", "total_minor - 900000", "overridden", "true"));
    }

    private static String included(int amount, int line, int minutes) {
        return """
            {"adjustment": "included", "worker_id": null, "worker_role": null, "rate_from": null, "rate_person_id": null,
             "rate_role": null, "amount_minor": %d, "of_line": %d, "of_minutes": 60, "included_minutes": %d,
             "period_start": "2026-01-01", "period_end": "2026-02-01", "whole_start": "2026-01-01", "whole_end": "2026-02-01"}
            """.formatted(amount, line, minutes);
    }

    /** A copy of the hourly line of the second invoice, with some columns changed. */
    private String adjusting(String change) {
        return """
            insert into invoice_line
            select (jsonb_populate_record(l, '{"line_no": 50}'::jsonb || '%s'::jsonb)).*
            from invoice_line l where l.invoice_id = '%s' and l.category = 'hourly'
            """.formatted(change, books.invoice.id());
    }

    @Test
    void a_live_firm_has_no_clock_of_its_own() {
        refused("firm_clock_of_test_firm", clock(true));
        refused("firm_clock_test_check", clock(false));
    }

    private static String clock(boolean test) {
        return """
            insert into firm_clock (firm_id, test, now_at, target_at)
            values (current_setting('feewright.firm_id')::uuid, %s, now(), now())
            """.formatted(test);
    }

    @Test
    void a_run_says_of_each_issued_item_which_invoice_it_is_P4() {
        UUID run = UUID.randomUUID();

        refused("billing_run_item_issued_is_invoice", run(run), item(run, "issued", "null"));
        refused(
                "billing_run_item_issued_is_invoice",
                run(run),
                item(run, "needs_review", "'" + books.invoice.id() + "'"));
    }

    @Test
    void a_run_goes_on_within_its_slices_P4() {
        UUID run = UUID.randomUUID();

        refused("billing_run_slice_place_is_in_it", run(run), slice(run, 5, 9, 10));
        refused("billing_run_slice_place_is_in_it", run(run), slice(run, 5, 9, 4));
    }

    private static String slice(UUID run, int from, int to, int next) {
        return """
            insert into billing_run_slice (firm_id, run_id, slice, from_place, to_place, next_place, updated_at)
            values (current_setting('feewright.firm_id')::uuid, '%s', 0, %d, %d, %d, now())
            """.formatted(run, from, to, next);
    }

    private static String run(UUID run) {
        return """
            insert into billing_run (firm_id, run_id, dry_run, retry_failures, started_at)
            values (current_setting('feewright.firm_id')::uuid, '%s', false, false, now())
            """.formatted(run);
    }

    private static String item(UUID run, String outcome, String invoice) {
        return """
            insert into billing_run_item (firm_id, run_id, engagement_id, billing_date, outcome, invoice_id, codes)
            values (current_setting('feewright.firm_id')::uuid, '%s', '%s', '2030-01-01', '%s', %s, '{}')
            """.formatted(run, run, outcome, invoice);
    }

    @Test
    void an_engagement_is_signed_with_the_terms_that_exist_E1() {
        refused("engagement_of_terms", """
            with terms_made as (
                insert into terms select (jsonb_populate_record(t, '{"terms_id": "%s"}')).* from terms t
                where t.terms_id = '%s'
            )
            insert into engagement
            select (jsonb_populate_record(e, '{"engagement_id": "%s", "terms_id": "%s", "currency": "EUR"}')).*
            from engagement e where e.engagement_id = '%s'
            """.formatted(
                books.first.id(), books.mixed.terms().id(), books.first.id(), books.first.id(), books.mixed.id()));
        refused("terms_package_as_mode", terms("{\"fee_minor\": null}"));
        refused("terms_hourly_as_mode", terms("{\"increment_minutes\": null}"));
        refused("terms_included_as_mode", terms("{\"included_minutes\": 60}"));
        refused("terms_included_as_mode", terms("{\"beyond_minor\": 60}"));
        refused("terms_cap_is_whole", terms("{\"cap_minor\": 60}"));
        refused("terms_minimum_is_whole", terms("{\"minimum_minor\": 60}"));
        refused("terms_cap_not_below_minimum", terms("""
            {"cap_minor": 60, "cap_span": "period", "cap_beyond": "stop", "minimum_minor": 61,
             "minimum_proration": "full"}
            """));
        refused("terms_end_after_start", terms("{\"ends_on\": \"2020-01-01\"}"));
    }

    private String terms(String change) {
        return """
            insert into terms
            select (jsonb_populate_record(t, '%s'::jsonb || '{"terms_id": "%s"}')).*
            from terms t where t.terms_id = '%s'
            """.formatted(change, books.first.id(), books.mixed.terms().id());
    }

    /** A copy of the second invoice under a new id and number, with some columns changed. */
    private String invoice(String... changes) {
        String sql = """
            insert into invoice (
                firm_id, invoice_id, series, number, client_id, engagement_id, terms_id, pricing_mode, currency,
                billing_date, issue_date, due_date, package_minor, hourly_minor, expense_minor, manual_minor, total_minor, pack_hash,
                decision_id, fingerprint, issued_by, issued_at, overridden)
            select
                firm_id, gen_random_uuid(), series, <number>, <client_id>, <engagement_id>, <terms_id>, <pricing_mode>,
                <currency>, billing_date, issue_date, due_date, package_minor, <hourly_minor>, <expense_minor>, <manual_minor>,
                <total_minor>, pack_hash, <decision_id>, fingerprint, issued_by, issued_at, <overridden>
            from invoice where invoice_id = '%s'
            """.formatted(books.invoice.id());
        return changed(sql, changes);
    }

    /** A copy of the package line of the second invoice with some columns changed. */
    private String line(String... changes) {
        String sql = """
            insert into invoice_line (
                firm_id, invoice_id, line_no, category, engagement_id, pricing_mode, currency, amount_minor, period_start,
                period_end, whole_start, whole_end, fee_minor, proration)
            select
                firm_id, invoice_id, line_no + 100, category, <engagement_id>, <pricing_mode>, <currency>, amount_minor,
                period_start, period_end, whole_start, whole_end, fee_minor, proration
            from invoice_line where invoice_id = '%s' and category = 'package'
            """.formatted(books.invoice.id());
        return changed(sql, changes);
    }

    public static String changed(String sql, String... changes) {
        String changed = sql;
        for (int at = 0; at < changes.length; at += 2) {
            changed = changed.replace("<" + changes[at] + ">", changes[at + 1]);
        }
        return changed.replace("<number>", "number + 1000").replaceAll("<(\\w+)>", "$1");
    }

    /** Version 9 of an entry, with one column changed. */
    private static String newVersion(EntryVersion of, String column, String value) {
        String sql = """
            insert into time_entry_version (
                firm_id, entry_id, version, engagement_id, client_id, person_id, person_role, project_id, worked_on,
                minutes, billable, starts_on, ends_on, client_approval, recorded_by, recorded_at)
            select
                firm_id, entry_id, 9, <engagement_id>, client_id, person_id, person_role, <project_id>, <worked_on>,
                <minutes>, <billable>, <starts_on>, ends_on, client_approval, recorded_by, recorded_at
            from time_entry_version where entry_id = '%s' and version = 1
            """.formatted(of.entry());
        return changed(sql, column, value);
    }

    private static String approval(EntryVersion of, String worker, String by) {
        return """
            insert into time_approval (firm_id, entry_id, version, side, worker_id, approved_by, approved_at)
            values (current_setting('feewright.firm_id')::uuid, '%s', %d, 'firm', '%s', '%s', now())
            """.formatted(of.entry(), of.number(), worker, by);
    }

    /** A copy of the second invoice's kind of hourly line holds the entry, as if an issuer had let it pass. */
    private String lineTime(EntryVersion of) {
        return """
            insert into invoice_line_time (
                firm_id, invoice_id, entry_id, line_no, version, engagement_id, worked_on, worked_minutes, billed_minutes)
            select
                h.firm_id, l.invoice_id, h.entry_id, l.line_no, h.version, l.engagement_id, h.worked_on, h.minutes, h.minutes
            from time_entry h, invoice_line l
            where h.entry_id = '%s' and l.invoice_id = '%s' and l.category = 'hourly'
            """.formatted(of.entry(), books.invoice.id());
    }

    private String timeClaim(EntryVersion of) {
        return """
            insert into time_claim (firm_id, entry_id, version, invoice_id)
            values (current_setting('feewright.firm_id')::uuid, '%s', %d, '%s')
            """.formatted(of.entry(), of.number(), books.invoice.id());
    }

    private void refused(String constraint, String... statements) {
        books.byHand().refused(constraint, statements);
    }
}
