package feewright.engine;

import feewright.privacy.CloseBreakGlass;
import feewright.privacy.OpenBreakGlass;
import feewright.privacy.PurgeContent;
import feewright.privacy.SessionTrail;
import feewright.privacy.UseBreakGlass;

/** Who may look at customer text beside the firm, and how it is blanked. */
public interface PrivacyUseCases extends Foundation {

    default OpenBreakGlass openBreakGlass() {
        return new OpenBreakGlass(
                ports().transactions(),
                ports().breakGlassSessions(),
                ports().contents(),
                sessionTrail(),
                policies().longestBreakGlass());
    }

    default UseBreakGlass useBreakGlass() {
        return new UseBreakGlass(ports().transactions(), ports().breakGlassSessions(), sessionTrail());
    }

    default CloseBreakGlass closeBreakGlass() {
        return new CloseBreakGlass(ports().transactions(), ports().breakGlassSessions(), sessionTrail());
    }

    default PurgeContent purgeContent() {
        return new PurgeContent(
                ports().transactions(),
                ports().purges(),
                ports().clients(),
                ports().contents(),
                ports().auditTrail(),
                ports().ids());
    }

    private SessionTrail sessionTrail() {
        return new SessionTrail(ports().auditTrail(), ports().ids());
    }
}
