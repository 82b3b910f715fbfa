package feewright.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TwoInstances;
import feewright.api.fixture.TwoInstances.Call;
import feewright.platform.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once, on two instances with one database, at the same money: never below zero, never more than owed (requirement L3). */
class MoneyRaceTest {

    private static final int RACERS = 32;
    private static final TwoInstances INSTANCES = TwoInstances.running();

    private final TestFirm firm = TestFirm.open();
    private final String token = firm.token(Role.FIRM_ADMIN);
    private final String engagement = Bodies.signed(firm, false);

    @AfterAll
    static void stopSecondInstance() {
        INSTANCES.close();
    }

    @Test
    void applications_of_one_grant_to_two_invoices_never_overdraw_it_L3() throws Exception {
        List<String> invoices = List.of(issued(), issued());
        String credit = granted("130.00");

        List<Reply> replies = race(racer -> Call.post(
                token, "/v1/invoices/" + invoices.get(racer / 2 % 2) + "/credit-applications", amount("10.00", "")));

        assertThat(done(replies)).hasSize(13);
        assertThat(remaining(credit)).isEqualTo("0.00");
        assertThat(owed(invoices)).isEqualTo(200_000 - 13_000);
        assertBooksBalance();
    }

    @Test
    void applications_of_much_credit_never_pay_more_than_is_owed_L3() throws Exception {
        String invoice = issued();
        granted("5000.00");

        List<Reply> replies =
                race(_ -> Call.post(token, "/v1/invoices/" + invoice + "/credit-applications", amount("90.00", "")));

        assertThat(done(replies)).hasSize(11);
        assertThat(owed(List.of(invoice))).isEqualTo(1_000);
        assertBooksBalance();
    }

    @Test
    void a_void_and_payments_at_once_leave_either_money_or_a_void_I5() throws Exception {
        String invoice = issued();

        List<Reply> replies = race(racer -> racer == 5
                ? Call.post(token, "/v1/invoices/" + invoice + "/void", "{\"reason\": \"Twice\"}")
                : Call.post(token, "/v1/invoices/" + invoice + "/payments", amount("10.00", ", \"method\": \"wire\"")));

        Reply voided = replies.get(5);
        List<Reply> paid = done(replies).stream()
                .filter(reply -> !reply.body().contains("invoice_voided"))
                .toList();
        assertThat(paid).hasSize(voided.status() == 201 ? 0 : RACERS - 1);
        assertThat(owed(List.of(invoice))).isEqualTo(voided.status() == 201 ? 0 : 100_000 - 1_000L * paid.size());
        assertBooksBalance();
    }

    @Test
    void two_voids_and_two_issues_bill_the_period_once_more() throws Exception {
        String invoice = issued();

        List<Reply> replies = race(racer -> racer % 2 == 0
                ? Call.post(token, "/v1/invoices/" + invoice + "/void", "{\"reason\": \"Twice\"}")
                : Call.post(token, "/v1/engagements/" + engagement + "/invoices", "{}"));

        assertThat(done(replies).stream().filter(reply -> reply.body().contains("invoice_voided")))
                .hasSize(1);
        assertThat(Superuser.ask("""
            select period_start || ' ' || count(*)
            from period_claim
            where engagement_id = '%s'
            group by period_start
            order by 1
            """.formatted(engagement)))
                .allSatisfy(claimed -> assertThat(claimed).endsWith(" 1"));
        assertThat(Superuser.ask(
                        "select max(number) - count(*) from invoice where firm_id = '%s'".formatted(firm.firm)))
                .containsExactly("0");
        assertBooksBalance();
    }

    @Test
    void refunds_of_one_payment_never_give_back_more_than_came_in_A5() throws Exception {
        String invoice = issued();
        String payment = firm.admin()
                .post("/v1/invoices/" + invoice + "/payments", amount("100.00", ", \"method\": \"wire\""))
                .expect(201)
                .text("/id");

        List<Reply> replies = race(_ ->
                Call.post(token, "/v1/payments/" + payment + "/refunds", amount("30.00", ", \"reason\": \"Asked\"")));

        assertThat(done(replies)).hasSize(3);
        assertThat(owed(List.of(invoice))).isEqualTo(100_000 - 1_000);
        assertBooksBalance();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1300.00", "1000.00"})
    void reversals_refunds_and_uses_of_a_payment_at_once_end_as_if_one_came_after_the_other_T6(String amount)
            throws Exception {
        String paid = issued();
        String other = issued();
        String payment = firm.admin()
                .post("/v1/invoices/" + paid + "/payments", amount(amount, ", \"method\": \"wire\""))
                .expect(201)
                .text("/id");

        List<Reply> replies = race(racer -> switch (racer % 3) {
            case 0 -> Call.post(token, "/v1/payments/" + payment + "/reversal", "{\"reason\": \"Twice\"}");
            case 1 ->
                Call.post(token, "/v1/payments/" + payment + "/refunds", amount("30.00", ", \"reason\": \"Asked\""));
            default -> Call.post(token, "/v1/invoices/" + other + "/credit-applications", amount("50.00", ""));
        });

        long reversals = done(replies).stream()
                .filter(reply -> reply.body().contains("payment_reversed"))
                .count();
        long refunds = done(replies).stream()
                .filter(reply -> reply.body().contains("payment_refunded"))
                .count();
        assertThat(reversals).isLessThan(2);
        assertThat(reversals == 0 || refunds == 0).isTrue();
        if (reversals == 1) {
            assertThat(owed(List.of(paid, other))).isEqualTo(200_000);
        }
        assertBooksBalance();
    }

    @Test
    void the_same_wire_typed_by_several_people_at_once_is_recorded_once_T6() throws Exception {
        List<String> invoices = List.of(issued(), issued());

        List<Reply> replies = race(racer -> Call.post(
                token,
                "/v1/invoices/" + invoices.get(racer % 2) + "/payments",
                amount("10.00", ", \"method\": \"wire\", \"reference\": \"TRF 1\"")));

        assertThat(done(replies)).hasSize(1);
        assertThat(owed(invoices)).isEqualTo(200_000 - 1_000);
        assertBooksBalance();
    }

    private static List<Reply> race(IntFunction<Call> calls) throws Exception {
        List<Reply> replies = INSTANCES.race(RACERS, calls);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isIn(201, 409, 422));
        return replies;
    }

    private static List<Reply> done(List<Reply> replies) {
        return replies.stream().filter(reply -> reply.status() == 201).toList();
    }

    /** Every balance is the sum of its transfers, and what is credited somewhere is debited elsewhere. */
    private void assertBooksBalance() throws SQLException {
        assertThat(Superuser.ask("""
            select 'receivable ' || r.invoice_id
            from receivable r
            where r.firm_id = '%1$s' and r.owed_minor <> (
                select coalesce(sum(case when t.debit = 'receivable' then t.amount_minor else -t.amount_minor end), 0)
                from transfer t
                where t.firm_id = r.firm_id and t.invoice_id = r.invoice_id)
            union all
            select 'credit ' || b.grant_id
            from credit_balance b
            where b.firm_id = '%1$s' and b.remaining_minor <> (
                select coalesce(sum(case when t.credit = 'client_credit' then t.amount_minor else -t.amount_minor end), 0)
                from transfer t
                where t.firm_id = b.firm_id and t.grant_id = b.grant_id)
            """.formatted(firm.firm))).isEmpty();
    }

    private String issued() {
        return firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
    }

    private String granted(String amount) {
        return firm.admin()
                .post(
                        "/v1/clients/" + firm.client + "/credits",
                        amount(amount, ", \"source\": \"promotional\", \"reason\": \"Spring\""))
                .expect(201)
                .text("/id");
    }

    private static String amount(String amount, String more) {
        return "{\"amount\": {\"amount\": \"%s\", \"currency\": \"USD\"}%s}".formatted(amount, more);
    }

    private String remaining(String credit) {
        return firm.admin().get("/v1/credits/" + credit).expect(200).text("/remaining/amount");
    }

    private long owed(List<String> invoices) throws SQLException {
        return Superuser.ask("select owed_minor from receivable where invoice_id in ('%s')"
                        .formatted(String.join("', '", invoices)))
                .stream()
                .flatMapToLong(text -> LongStream.of(Long.parseLong(text)))
                .sum();
    }
}
