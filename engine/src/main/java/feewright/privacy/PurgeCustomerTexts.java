package feewright.privacy;

import feewright.firm.Clients;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.ClientId;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Ids;
import feewright.platform.Sha256;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Use case: a master admin blanks the content of a client, or of the whole firm, for good (requirement T5), in one transaction with
 * the fact that it was done. What is blanked is what was previewed: the confirmation is of its counts.
 */
public record PurgeCustomerTexts(
        Transactions transactions,
        Purges purges,
        Clients clients,
        CustomerTexts customerTexts,
        AuditTrail audit,
        Ids ids) {

    private static final int CONFIRMATION_DIGITS = 12;

    /** What would be blanked, and what confirms it. */
    public record Preview(Purge.Blanked blanked, String confirmation) {}

    /** Whose content, why, and the confirmation that a preview gave. */
    public record Request(@Nullable ClientId client, CustomerText reason, String confirmation) {}

    /** What came of asking for it. */
    public sealed interface Outcome {

        record Purged(Purge purge) implements Outcome {}

        /** There is something else to blank than was previewed. */
        record Outdated() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** Writes nothing. Null where the firm has no such client. */
    public @Nullable Preview preview(Actor actor, @Nullable ClientId client) {
        return transactions.reading(actor, () -> isKnown(actor, client) ? previewed(actor, client) : null);
    }

    /** Purges. Fails with ConcurrentChange while events of processors about it wait to be read: what they say would be lost. */
    public Outcome purge(Actor actor, Request request, Instant now) {
        return transactions.in(actor, () -> {
            ClientId client = request.client();
            if (!isKnown(actor, client)) {
                return new Outcome.NotFound();
            }
            Preview found = previewed(actor, client);
            if (found.blanked().waitingEvents() > 0) {
                throw new ConcurrentChange("events-waiting");
            }
            if (!found.confirmation().equals(request.confirmation())) {
                return new Outcome.Outdated();
            }
            PurgeId id = new PurgeId(ids.next());
            Purge.Blanked blanked = purges.blank(actor.firm(), client);
            Purge purge = new Purge(id, actor.firm(), client, new Purge.Done(actor.person(), now, blanked));
            purges.keep(purge);
            customerTexts.write(actor.firm(), Map.of(CustomerTextKey.of(id, "reason"), request.reason()));
            audit.append(event(actor, purge));
            return new Outcome.Purged(purge);
        });
    }

    private boolean isKnown(Actor actor, @Nullable ClientId client) {
        return client == null || clients.find(actor.firm(), client).isPresent();
    }

    /** Answers are left out of the confirmation: requests of others add to them all the time, with nothing that is kept elsewhere. */
    private Preview previewed(Actor actor, @Nullable ClientId client) {
        Purge.Blanked blanked = purges.count(actor.firm(), client);
        String what = "purge\n%s\n%s\n%d\n%d".formatted(actor.firm(), client, blanked.texts(), blanked.eventBodies());
        return new Preview(blanked, Sha256.hex(what).substring(0, CONFIRMATION_DIGITS));
    }

    private AuditEvent event(Actor actor, Purge purge) {
        Purge.Blanked blanked = purge.done().blanked();
        return new AuditEvent(
                new AuditEventId(ids.next()),
                actor,
                "customer_texts_purged",
                new AuditEvent.Target("purge", purge.id(), purge.client()),
                List.of(
                        purge.client() == null ? "whole_firm" : "one_client",
                        "texts-" + blanked.texts(),
                        "event-bodies-" + blanked.eventBodies(),
                        "answers-" + blanked.answers()),
                null,
                purge.done().at());
    }
}
