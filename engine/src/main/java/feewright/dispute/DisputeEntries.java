package feewright.dispute;

import feewright.credit.CreditGrant;
import feewright.dispute.PostDisputes.Case;
import feewright.dispute.Shares.Share;
import feewright.ledger.Account;
import feewright.ledger.Account.FirmAccount;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.EntryCause.Act;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Transfer;
import feewright.payment.ChargebackTransfers;
import feewright.platform.AuditEvent;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The entries by which one dispute comes from what is booked to what should be, one of each kind at most: what is not lost after
 * all comes back before the processor puts it back, and is withdrawn before it is lost.
 */
record DisputeEntries(DisputeRecords records, Bookkeeping books, Case round) {

    /** What was charged back and should not be comes back. */
    void giveBack(Dispute dispute, DisputeBalances is, DisputeBalances should) {
        Share back = is.share().beyond(should.share());
        reverse(dispute, back.client(), back.loss());
    }

    /** What should be withdrawn, charged for and charged back is; what should not be withdrawn any more is put back. */
    void take(Dispute dispute, DisputeBalances is, DisputeBalances should) {
        Money withdrawn = should.withdrawn().minus(is.withdrawn());
        if (!withdrawn.isZero()) {
            Act act = withdrawn.isPositive() ? Act.DISPUTE_WITHDRAWN : Act.DISPUTE_REINSTATED;
            enter(
                    dispute,
                    act,
                    List.of(Transfer.of(FirmAccount.DISPUTED, FirmAccount.CASH, withdrawn)),
                    books.nextId());
        }
        Money fees = should.fees().minus(is.fees());
        if (!fees.isZero()) {
            List<Transfer> transfers = List.of(Transfer.of(FirmAccount.DISPUTE_FEE, FirmAccount.CASH, fees));
            enter(dispute, Act.DISPUTE_FEE, transfers, books.nextId());
        }
        Share more = should.share().beyond(is.share());
        charge(dispute, more.client(), more.loss());
    }

    static AuditEvent.Target target(Dispute dispute) {
        return new AuditEvent.Target("dispute", dispute.id(), dispute.of().client());
    }

    private void reverse(Dispute dispute, Money client, Money loss) {
        List<Transfer> transfers = new ArrayList<>();
        JournalEntryId id = books.nextId();
        if (loss.isPositive()) {
            transfers.add(new Transfer(FirmAccount.DISPUTED, FirmAccount.CHARGEBACK_LOSS, loss));
        }
        if (client.isPositive()) {
            CreditGrant.Created asked = new CreditGrant.Created(
                    round.decision().actor().person(), round.decision().at(), id);
            transfers.addAll(chargeback().givenBack(account(), client, asked));
        }
        if (!transfers.isEmpty()) {
            enter(dispute, Act.CHARGEBACK_REVERSED, transfers, id);
        }
    }

    private void charge(Dispute dispute, Money client, Money loss) {
        List<Transfer> transfers = new ArrayList<>();
        if (client.isPositive()) {
            transfers.addAll(chargeback().taken(round.payment(), account(), client));
        }
        if (loss.isPositive()) {
            transfers.add(new Transfer(FirmAccount.CHARGEBACK_LOSS, FirmAccount.DISPUTED, loss));
        }
        if (transfers.isEmpty()) {
            return;
        }
        enter(dispute, Act.CHARGED_BACK, transfers, books.nextId());
        Money owed = transfers.stream()
                .filter(transfer -> transfer.debit() instanceof Account.Receivable)
                .map(Transfer::amount)
                .reduce(Money.zero(client.getCurrencyUnit()), Money::plus);
        if (owed.isPositive()) {
            new WriteOffLost(books, round).consider(dispute, owed);
        }
    }

    private ChargebackTransfers chargeback() {
        return records.chargeback(books);
    }

    private InvoiceAccount account() {
        return books.ledger().lock(round.firm(), round.account().invoice()).orElseThrow();
    }

    private void enter(Dispute dispute, Act act, List<Transfer> transfers, JournalEntryId id) {
        CurrencyUnit currency = transfers.getFirst().amount().getCurrencyUnit();
        boolean own = currency.equals(round.currency());
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                dispute.of().client(),
                new EntryCause.Disputed(
                        dispute.id(),
                        own ? dispute.of().payment() : null,
                        own ? dispute.of().invoice() : null,
                        act),
                amount(transfers, currency),
                books.today(round.firm(), round.decision().at()),
                transfers,
                null);
        String action = act == Act.CHARGED_BACK ? "chargeback_received" : act.code();
        InvoiceAccount before = account();
        books.post(round.decision(), posting, action, target(dispute));
        books.paid(round.decision(), posting, before);
    }

    /** What an entry is about: what goes to or comes from cash or what is disputed, but not what is regained within the invoice. */
    private static Money amount(List<Transfer> transfers, CurrencyUnit currency) {
        return transfers.stream()
                .filter(transfer ->
                        !(transfer.debit() instanceof Account.Receivable && transfer.credit() == FirmAccount.WRITE_OFF))
                .map(Transfer::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
