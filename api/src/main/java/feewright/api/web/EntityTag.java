package feewright.api.web;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entity tag of something with counted versions: the version, quoted. */
public final class EntityTag {

    private static final Pattern STRONG = Pattern.compile("\"[\\x21\\x23-\\x7e]{0,40}\"");
    private static final Pattern VERSION = Pattern.compile("\"[1-9][0-9]{0,8}\"");

    private EntityTag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version that an If-Match header names. Refuses with 428 without one, 400 if it is no tag, 412 if it is no tag of ours. */
    public static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(ProblemCode.IF_MATCH_MISSING);
        }
        if (VERSION.matcher(ifMatch).matches()) {
            return Integer.parseInt(ifMatch, 1, ifMatch.length() - 1, 10);
        }
        boolean isTag = STRONG.matcher(ifMatch).matches();
        throw new ProblemException(isTag ? ProblemCode.PRECONDITION_FAILED : ProblemCode.IF_MATCH_INVALID);
    }
}
