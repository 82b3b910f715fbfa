package feewright.api.refund;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Server;
import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.UpdateOutcome;
import feewright.drools.DroolsRulebook;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.refund.RecordRefund;
import feewright.refund.Refund;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundProcessor.Response;
import feewright.refund.RefundUpdate;
import feewright.refund.Refunds.RefundFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under the core rules, refunds made at the processor end the same in whatever order their events come (requirement A5). */
class RefundOrderTest {

    private final Office office =
            Office.open(MemoryPorts.empty(), Server.running().context.getBean(DroolsRulebook.class));
    private final Collecting collecting = Collecting.open(office);

    /** Two refunds of 40.00 and 25.00; each word is the refund and what is said of it. Every order, each word twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-pending a-succeeded",
                "a-pending a-succeeded a-failed",
                "a-pending a-cancelled",
                "a-succeeded b-pending b-succeeded",
                "a-pending a-succeeded b-pending b-succeeded b-failed",
            })
    void every_order_of_what_is_said_ends_the_same(String words) {
        List<String> said = List.of(words.split(" "));
        boolean isFailedA = said.contains("a-failed") || said.contains("a-cancelled");
        int owed = (isFailedA ? 0 : 40) + (said.contains("b-pending") && !said.contains("b-failed") ? 25 : 0);
        for (List<String> order : orders(said)) {
            Invoice invoice = collected();
            String payment = "pi_" + invoice.id();

            order.forEach(word -> tell(payment, word));
            order.reversed().forEach(word -> tell(payment, word));

            assertThat(collecting.cashier().account(invoice.id()).owed())
                    .as(order.toString())
                    .isEqualTo(Cashier.usd(owed + ".00"));
            List<Refund> refunds = office.ports
                    .transactions()
                    .reading(
                            office.admin,
                            () -> office.ports
                                    .refunds()
                                    .page(office.firm, new RefundFilter(null, null, invoice.id(), null), 10));
            assertThat(refunds).hasSize(words.contains("b-") ? 2 : 1);
        }
    }

    /** What was refused once, as it is more than came in, is no less too much when it is told on. */
    @Test
    void what_goes_back_beyond_what_came_in_is_in_suspense_once_however_often_it_is_told_L5() {
        Invoice invoice = collected();
        String payment = "pi_" + invoice.id();

        List<UpdateOutcome> outcomes = Stream.of("pending", "succeeded")
                .map(state -> office.engine
                        .recordRefund()
                        .record(
                                office.firm,
                                new RecordRefund.Received(
                                        new RecordRefund.Subject(payment, null, Cashier.usd("100.01")),
                                        Response.of(
                                                state.equals("pending")
                                                        ? new RefundUpdate.Pending("re_much")
                                                        : new RefundUpdate.Succeeded("re_much")),
                                        Source.event("evt_" + state),
                                        Office.NOW),
                                Office.NOW))
                .toList();

        assertThat(outcomes).containsOnly(UpdateOutcome.APPLIED);
        assertThat(collecting.cashier().account(invoice.id()).owed()).isEqualTo(Cashier.usd("100.00"));
        assertThat(TrialBalance.proven(office).byCode()).contains("refund USD -100.01", "suspense USD 0.01");
    }

    private Invoice collected() {
        Invoice invoice = collecting.cashier().invoiceOf("100.00");
        AttemptId attempt = collecting.errand(Office.NOW).charge().attempt();
        collecting.said(attempt, new AttemptUpdate.Succeeded("pi_" + invoice.id(), Cashier.usd("100.00")), Office.NOW);
        return invoice;
    }

    private void tell(String payment, String word) {
        String reference = "re_" + word.charAt(0) + payment;
        RefundUpdate report = switch (word.substring(2)) {
            case "pending" -> new RefundUpdate.Pending(reference);
            case "succeeded" -> new RefundUpdate.Succeeded(reference);
            case "failed" -> new RefundUpdate.Failed(reference, "declined");
            case "cancelled" -> new RefundUpdate.Cancelled(reference);
            default -> throw new AssertionError(word);
        };
        RecordRefund.Received told = new RecordRefund.Received(
                new RecordRefund.Subject(payment, null, Cashier.usd(word.startsWith("a") ? "40.00" : "25.00")),
                RefundProcessor.Response.of(report),
                Source.event("evt_" + word + payment),
                Office.NOW);
        office.engine.recordRefund().record(office.firm, told, Office.NOW);
    }

    private static List<List<String>> orders(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : of) {
            List<String> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<String> order : orders(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(order);
                all.add(one);
            }
        }
        return all;
    }
}
