package feewright.privacy;

import feewright.firm.AuditTrail;
import feewright.firm.Contents;
import feewright.firm.Ids;
import feewright.firm.Transactions;

/** What break-glass sessions are kept in. */
public record BreakGlassRegisters(
        Transactions transactions, BreakGlassSessions sessions, Contents contents, AuditTrail audit, Ids ids) {

    SessionTrail trail() {
        return new SessionTrail(audit, ids);
    }
}
