package feewright.jdbc.engagement;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.amendment.RenewalRequest;
import feewright.engagement.EndingReason;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.fixture.ByHand;
import feewright.jdbc.fixture.TestDatabase;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the database refuses of endings, pauses and renewals when the engine and the rules are out of the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmendmentConstraintTest {

    private final Office office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
    private SignedEngagement ended;
    private SignedEngagement paused;
    private SignedEngagement over;
    private SignedEngagement renewed;
    private SignedEngagement untouched;

    @BeforeAll
    void anEngagementOfEachKind() {
        ended = office.signed(Offers.monthlyPackage("500.00"));
        paused = office.signed(Offers.monthlyPackage("500.00"));
        over = office.signed(Offers.monthlyPackage("500.00"));
        renewed = office.signed(Offers.monthlyPackage("500.00"));
        untouched = office.signed(Offers.monthlyPackage("500.00"));
        LocalDate day = LocalDate.of(2026, 3, 1);
        office.engine
                .endEngagement()
                .end(
                        office.admin,
                        new EndEngagement.Request(ended.id(), day, EndingReason.AGREED, AmendmentTexts.NONE, null),
                        Office.NOW);
        pause(paused, day);
        pause(over, day);
        office.engine.resumeEngagement().resume(office.admin, over.id(), day.plusDays(9), Office.NOW);
        RenewalRequest.Signing signing = new RenewalRequest.Signing(
                Signature.Method.E_SIGNATURE, "b".repeat(64), Office.NOW, new CustomerText("Signatory"));
        office.engine
                .renewEngagement()
                .renew(
                        office.admin,
                        new RenewalRequest(renewed.id(), day, null, signing, BilledInAdvance.CREDIT),
                        Office.NOW);
    }

    @Test
    void an_engagement_ends_once_R1() {
        refused("engagement_ending_pkey", again("engagement_ending", ended, "ended_on", "ended_on + 1"));
    }

    @Test
    void an_engagement_ends_after_its_first_day_R1() {
        refused("engagement_ending_after_start", ending(untouched, "starts_on"));
        refused(
                "engagement_ending_of_engagement",
                again("engagement_ending", ended, "engagement_id", "gen_random_uuid()"));
    }

    @Test
    void a_pause_begins_in_the_term_and_while_no_other_lasts_C2() {
        refused("engagement_pause_pkey", again("engagement_pause", paused, "first_day", "first_day + 1"));
        refused("engagement_pause_after_resumption", again("engagement_pause", paused, "pause_no", "2"));
        refused(
                "engagement_pause_in_term",
                again("engagement_pause", over, "pause_no", "2", "first_day", "starts_on - 1"));
        refused(
                "engagement_pause_of_engagement",
                again("engagement_pause", paused, "engagement_id", "gen_random_uuid()"));
    }

    @Test
    void a_pause_is_resumed_once_and_after_it_began_C2() {
        refused("engagement_resumption_pkey", again("engagement_resumption", over, "resumed_on", "resumed_on + 1"));
        refused(
                "engagement_resumption_after_pause",
                again("engagement_resumption", over, "pause_no", "2", "resumed_on", "first_day"));
        refused("engagement_resumption_of_pause", again("engagement_resumption", over, "pause_no", "2"));
    }

    @Test
    void an_engagement_has_one_successor_of_the_same_client_that_starts_on_the_hand_over_R1() {
        refused("engagement_renewal_pkey", again("engagement_renewal", renewed, "version", "3"));
        refused(
                "engagement_renewal_successor_once",
                again("engagement_renewal", renewed, "engagement_id", id(untouched)));
        refused(
                "engagement_renewal_to_successor",
                again("engagement_renewal", renewed, "engagement_id", id(untouched), "successor_id", id(paused)));
        refused(
                "engagement_renewal_goes_on",
                again(
                        "engagement_renewal",
                        renewed,
                        "engagement_id",
                        id(untouched),
                        "successor_id",
                        id(paused),
                        "handed_over_on",
                        "starts_on"));
        refused(
                "engagement_renewal_of_engagement",
                again(
                        "engagement_renewal",
                        renewed,
                        "engagement_id",
                        id(untouched),
                        "starts_on",
                        "starts_on - 1",
                        "successor_id",
                        id(paused),
                        "handed_over_on",
                        "starts_on"));
    }

    private void pause(SignedEngagement engagement, LocalDate day) {
        office.engine
                .pauseEngagement()
                .pause(
                        office.admin,
                        new PauseEngagement.Request(engagement.id(), day, AmendmentTexts.NONE, BilledInAdvance.CREDIT),
                        Office.NOW);
    }

    private static String id(SignedEngagement engagement) {
        return "'" + engagement.id() + "'::uuid";
    }

    private static String ending(SignedEngagement engagement, String endedOn) {
        return """
            insert into engagement_ending (
                firm_id, engagement_id, client_id, starts_on, ended_on, reason, decision_id, recorded_by, recorded_at)
            select
                e.firm_id, e.engagement_id, e.client_id, e.starts_on, e.%s, 'agreed', d.decision_id, e.recorded_by, now()
            from engagement e
            join decision d on d.firm_id = e.firm_id
            where e.engagement_id = '%s'
            limit 1
            """.formatted(endedOn, engagement.id());
    }

    /** The row of the engagement once more, with other values in some columns. */
    private static String again(String table, SignedEngagement engagement, String... changes) {
        StringBuilder sets = new StringBuilder();
        for (int place = 0; place < changes.length; place += 2) {
            sets.append(sets.isEmpty() ? "" : ", ").append("'%s', %s".formatted(changes[place], changes[place + 1]));
        }
        String columns = switch (table) {
            case "engagement_ending" -> "client_id, starts_on, ended_on, reason";
            case "engagement_pause" -> "pause_no, client_id, starts_on, first_day";
            case "engagement_resumption" -> "pause_no, first_day, resumed_on";
            default -> "client_id, starts_on, successor_id, version, handed_over_on";
        };
        String all = "firm_id, engagement_id, " + columns + ", decision_id, recorded_by, recorded_at";
        return """
            insert into %1$s (%2$s)
            select %3$s
            from %1$s t
            cross join lateral jsonb_populate_record(t, jsonb_build_object(%4$s)) r
            where t.engagement_id = '%5$s'
            """.formatted(table, all, "r." + all.replace(", ", ", r."), sets, engagement.id());
    }

    private void refused(String constraint, String statement) {
        new ByHand(office.firm).refused(constraint, statement);
    }
}
