package feewright.api.engagement;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that endings, pauses and renewals share. */
final class AmendmentFields {

    private static final int LONGEST_REASON = 2_000;

    private AmendmentFields() {}

    static @Nullable BilledInAdvance billedInAdvance(Fields fields, @Nullable String code) {
        if (code == null) {
            return null;
        }
        for (BilledInAdvance choice : BilledInAdvance.values()) {
            if (choice.code().equals(code)) {
                return choice;
            }
        }
        fields.fault("billed-in-advance-unknown", "/billed_in_advance");
        return null;
    }

    static AmendmentTexts words(Fields fields, @Nullable String reason, @Nullable String clientNote) {
        return new AmendmentTexts(
                reason == null ? null : fields.words(reason, LONGEST_REASON, "/reason"),
                ClientNote.of(fields, clientNote));
    }

    /** That the caller has to choose, and up to when it was billed. */
    static Problem choiceMissing(LocalDate billedUntil) {
        return Problem.of(ProblemCode.BILLED_IN_ADVANCE)
                .withErrors(List.of(new Problem.Fault(
                        "billed-in-advance-missing", "/billed_in_advance", "billed until " + billedUntil)));
    }
}
