package feewright.api.start;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TwoInstances;
import feewright.api.fixture.TwoInstances.Call;
import feewright.platform.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Sixteen at once over HTTP, on two instances with one database: whoever wins, the books are right (requirements I3, I4, P1, H4). */
@ResourceLock(Quiet.DATABASE)
class TwoInstancesTest {

    private static final int RACERS = 16;
    private static final int ROUNDS = 3;
    private static final int SIMULTANEOUS = 50;
    private static final TwoInstances INSTANCES = TwoInstances.running();

    private TestFirm firm;
    private String master;
    private String admin;
    private String staff;

    @BeforeEach
    void openFirm() {
        firm = TestFirm.open();
        master = firm.token(Role.FIRM_MASTER_ADMIN);
        admin = firm.token(Role.FIRM_ADMIN);
        staff = firm.token(Role.STAFF);
    }

    @AfterAll
    static void stop() {
        INSTANCES.close();
    }

    /** What holds whatever happened: numbers without gaps, one claim for each thing billed, and every entry's state as its claims. */
    @AfterEach
    void the_books_are_right() throws SQLException {
        List<Long> numbers = ask("select number from invoice where firm_id = '%1$s' order by number").stream()
                .map(Long::valueOf)
                .toList();
        List<Long> counted = new ArrayList<>();
        for (long number = 1; number <= numbers.size(); number++) {
            counted.add(number);
        }
        assertThat(numbers).as("numbers").isEqualTo(counted);
        assertThat(ask("""
            (select entry_id, version, invoice_id from invoice_line_time where firm_id = '%1$s'
             except select entry_id, version, invoice_id from time_claim where firm_id = '%1$s')
            union all
            (select entry_id, version, invoice_id from time_claim where firm_id = '%1$s'
             except select entry_id, version, invoice_id from invoice_line_time where firm_id = '%1$s')
            """)).as("time on lines and claims of time").isEmpty();
        assertThat(ask("""
            (select engagement_id, period_start, invoice_id from invoice_line
             where firm_id = '%1$s' and category = 'package'
             except select engagement_id, period_start, invoice_id from period_claim where firm_id = '%1$s')
            union all
            (select engagement_id, period_start, invoice_id from period_claim where firm_id = '%1$s'
             except select engagement_id, period_start, invoice_id from invoice_line
             where firm_id = '%1$s' and category = 'package')
            """)).as("package lines and claims of periods").isEmpty();
        assertThat(ask("""
            select entry_id from invoice_line_time where firm_id = '%1$s' group by entry_id having count(*) > 1
            """)).as("entries on two lines").isEmpty();
        assertThat(ask("""
            select engagement_id from invoice_line where firm_id = '%1$s' and category = 'package'
            group by engagement_id, period_start having count(*) > 1
            """)).as("periods on two lines").isEmpty();
        assertThat(ask("""
            select h.entry_id from time_entry h
            left join time_claim c on c.firm_id = h.firm_id and c.entry_id = h.entry_id and c.version = h.version
            where h.firm_id = '%1$s' and (h.state = 'billed') <> (c.entry_id is not null)
            """)).as("entries billed as their claims say").isEmpty();
        assertThat(ask("""
            select i.invoice_id from invoice i
            where i.firm_id = '%1$s' and i.total_minor <> (
                select sum(l.amount_minor) from invoice_line l where l.firm_id = i.firm_id and l.invoice_id = i.invoice_id)
            """)).as("totals and lines").isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void two_issues_of_the_same_previewed_period_make_one_invoice() throws Exception {
        String engagement = withWorkNextToBill();
        approved(engagement);
        String previewed = "{\"fingerprint\": \"%s\"}".formatted(preview(engagement));

        List<Reply> replies = race(_ -> Call.post(admin, "/v1/engagements/" + engagement + "/invoices", previewed));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> reply.problem(409, "preview-outdated"));
    }

    @RepeatedTest(ROUNDS)
    void issues_without_a_preview_bill_each_due_period_once() throws Exception {
        String engagement = Bodies.signed(firm, false);
        approved(engagement);

        List<Reply> replies = race(_ -> Call.post(admin, "/v1/engagements/" + engagement + "/invoices", "{}"));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(3);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> reply.problem(422, "nothing-due"));
        assertThat(ask("select period_start from period_claim where firm_id = '%1$s'"))
                .hasSize(3);
    }

    @RepeatedTest(ROUNDS)
    void many_engagements_at_once_get_numbers_without_gaps() throws Exception {
        List<String> engagements = new ArrayList<>();
        for (int i = 0; i < RACERS / 2; i++) {
            engagements.add(Bodies.signed(firm, false));
        }

        List<Reply> replies =
                race(racer -> Call.post(admin, "/v1/engagements/" + engagements.get(racer / 2) + "/invoices", "{}"));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies).extracting(reply -> reply.text("/number")).doesNotHaveDuplicates();
    }

    @RepeatedTest(ROUNDS)
    void an_entry_is_either_billed_as_it_was_or_edited() throws Exception {
        String engagement = withWorkNextToBill();
        String entry = approved(engagement);

        List<Reply> replies = race(racer -> racer % 4 < 2
                ? Call.post(admin, "/v1/engagements/" + engagement + "/invoices", "{}")
                : new Call("PUT", staff, "/v1/time-entries/" + entry, Bodies.time(firm, engagement, 90), "\"1\""));

        List<Reply> edits = replies.stream()
                .filter(reply -> reply.response().request().method().equals("PUT"))
                .toList();
        boolean edited = edits.stream().anyMatch(reply -> reply.status() == 200);
        boolean billed =
                !ask("select entry_id from time_claim where firm_id = '%1$s'").isEmpty();
        assertThat(edited).isNotEqualTo(billed);
        assertThat(edits).filteredOn(reply -> reply.status() == 200).hasSizeLessThan(2);
    }

    @RepeatedTest(ROUNDS)
    void time_approved_after_the_preview_is_not_slipped_into_its_invoice() throws Exception {
        String engagement = withWorkNextToBill();
        String first = approved(engagement);
        String late = Bodies.submitted(firm, engagement, 30);
        String previewed = "{\"fingerprint\": \"%s\"}".formatted(preview(engagement));

        List<Reply> replies = race(racer -> switch (racer % 4) {
            case 0, 1 -> Call.post(master, "/v1/time-entries/" + late + "/approval", "{\"version\": 1}");
            case 2 -> Call.post(admin, "/v1/engagements/" + engagement + "/invoice-previews", "{}");
            default -> Call.post(admin, "/v1/engagements/" + engagement + "/invoices", previewed);
        });

        List<Reply> issued =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(issued).hasSizeLessThan(2);
        assertThat(issued).allSatisfy(reply -> {
            assertThat(reply.body()).contains(first).doesNotContain(late);
            assertThat("{\"fingerprint\": \"%s\"}".formatted(reply.text("/fingerprint")))
                    .isEqualTo(previewed);
        });
        assertThat(ask("select state from time_entry where entry_id = '" + late + "' and firm_id = '%1$s'"))
                .containsExactly("approved");
    }

    @RepeatedTest(ROUNDS)
    void an_entry_is_either_billed_or_rejected() throws Exception {
        String engagement = withWorkNextToBill();
        String entry = approved(engagement);

        List<Reply> replies = race(racer -> racer % 4 < 2
                ? Call.post(admin, "/v1/engagements/" + engagement + "/invoices", "{}")
                : Call.post(
                        master, "/v1/time-entries/" + entry + "/rejection", "{\"version\": 1, \"reason\": \"Twice\"}"));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(2);
        List<String> billed = ask("select entry_id from time_claim where firm_id = '%1$s'");
        List<String> rejected = ask("select entry_id from time_rejection where firm_id = '%1$s'");
        assertThat(billed.size() + rejected.size()).isEqualTo(1);
    }

    @Test
    void one_key_on_both_instances_has_one_effect_and_one_answer() throws Exception {
        String engagement = withWorkNextToBill();
        approved(engagement);
        String key = UUID.randomUUID().toString();

        List<Reply> replies = INSTANCES.race(
                SIMULTANEOUS,
                _ -> Call.post(admin, "/v1/engagements/" + engagement + "/invoices", "{}")
                        .under(key));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(Set.copyOf(replies.stream().map(Reply::body).toList())).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(ask("select invoice_id from invoice where firm_id = '%1$s'")).hasSize(2);
    }

    @Test
    void one_engagement_is_signed_once() throws Exception {
        String draft = firm.admin()
                .post("/v1/engagements", Bodies.engagement(firm, false))
                .expect(201)
                .text("/id");

        List<Reply> replies =
                race(_ -> Call.post(admin, "/v1/engagements/" + draft + "/signature", Bodies.signature()));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(ask("select engagement_id from engagement where firm_id = '%1$s'"))
                .hasSize(1);
    }

    /** Races, and holds that every answer is done, in conflict or refused. */
    private static List<Reply> race(IntFunction<Call> calls) throws Exception {
        List<Reply> replies = INSTANCES.race(RACERS, calls);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isIn(200, 201, 409, 412, 422));
        return replies;
    }

    /** An engagement whose next invoice bills a period and the work of the month before it. */
    private String withWorkNextToBill() {
        String engagement = Bodies.signed(firm, false);
        firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        return engagement;
    }

    private String approved(String engagement) {
        String entry = Bodies.submitted(firm, engagement, 60);
        firm.admin()
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);
        return entry;
    }

    private String preview(String engagement) {
        return firm.admin()
                .post("/v1/engagements/" + engagement + "/invoice-previews", "{}")
                .expect(200)
                .text("/fingerprint");
    }

    private List<String> ask(String query) throws SQLException {
        return Superuser.ask(query.formatted(firm.firm));
    }
}
