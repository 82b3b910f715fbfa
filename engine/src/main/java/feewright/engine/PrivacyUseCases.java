package feewright.engine;

import feewright.privacy.CloseBreakGlass;
import feewright.privacy.OpenBreakGlass;
import feewright.privacy.PurgeCustomerTexts;
import feewright.privacy.SessionTrail;
import feewright.privacy.UseBreakGlass;

/** Who may look at customer text beside the firm, and how it is blanked. */
public interface PrivacyUseCases extends Foundation {

    default OpenBreakGlass openBreakGlass() {
        return new OpenBreakGlass(
                ports().transactions(),
                ports().breakGlassSessions(),
                ports().customerTexts(),
                sessionTrail(),
                policies().longestBreakGlass());
    }

    default UseBreakGlass useBreakGlass() {
        return new UseBreakGlass(ports().transactions(), ports().breakGlassSessions(), sessionTrail());
    }

    default CloseBreakGlass closeBreakGlass() {
        return new CloseBreakGlass(ports().transactions(), ports().breakGlassSessions(), sessionTrail());
    }

    default PurgeCustomerTexts purgeCustomerTexts() {
        return new PurgeCustomerTexts(
                ports().transactions(),
                ports().purges(),
                ports().clients(),
                ports().customerTexts(),
                ports().auditTrail(),
                ports().ids());
    }

    private SessionTrail sessionTrail() {
        return new SessionTrail(ports().auditTrail(), ports().ids());
    }
}
