package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: grants of credit, what was said to them, and what is left of each. Accounts are locked in the order of their ids. */
public interface Credits {

    /** Keeps a grant, with nothing in its account yet. */
    void add(CreditGrant grant);

    /** Keeps that a grant was approved or rejected. Fails with ConcurrentChange if it was before. */
    void review(FirmId firm, GrantId grant, CreditReview review);

    Optional<CreditBalance> find(FirmId firm, GrantId grant);

    /** Those of the grants that the firm has, locked, by id. */
    List<CreditBalance> lock(FirmId firm, Collection<GrantId> grants);

    /** The grants of these clients with something left, locked, by id. */
    List<CreditBalance> lockOpen(FirmId firm, Collection<ClientId> clients);

    /** The grants that a payment or a credit note made, locked, by id. */
    List<CreditBalance> lockFrom(FirmId firm, JournalEntryId origin);

    /** The grants that payments, credit notes and whatever else of an invoice made, by id, not locked: its account is. */
    List<GrantId> madeFor(FirmId firm, InvoiceId invoice);

    /** Those that expired by a day with something left, after an id (null: from the first), at most {@code limit}, by id, not locked. */
    List<GrantId> expired(FirmId firm, LocalDate today, @Nullable GrantId after, int limit);

    /** By id descending (newest first). */
    List<CreditBalance> page(FirmId firm, CreditFilter filter, int limit);

    /** What to look for; null means any. {@code open}: with something left, or without. */
    record CreditFilter(
            @Nullable UUID before,
            @Nullable ClientId client,
            @Nullable Boolean open) {}
}
