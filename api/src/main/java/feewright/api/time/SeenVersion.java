package feewright.api.time;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.EntityTag;
import feewright.time.EntryVersion;
import feewright.time.TimeEntryId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The version of an entry that somebody saw: approval binds to it (requirement H2). */
final class SeenVersion {

    private SeenVersion() {}

    /** From If-Match, or from the body's {@code version}; from both only if they agree. Refuses with 428 without either. */
    static EntryVersion of(UUID entry, @Nullable String ifMatch, @Nullable Integer inBody) {
        if (inBody == null) {
            return new EntryVersion(new TimeEntryId(entry), EntityTag.version(ifMatch));
        }
        if (inBody < 1) {
            throw outOfRange("/version");
        }
        if (ifMatch != null && EntityTag.version(ifMatch) != inBody) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
        }
        return new EntryVersion(new TimeEntryId(entry), inBody);
    }

    static ProblemException outOfRange(String pointer) {
        return new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                .withErrors(List.of(new Problem.Fault("version-out-of-range", pointer))));
    }
}
