package feewright.api.openapi;

import feewright.api.problem.ProblemCode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The words of the description. */
final class Prose {

    static final String OVERVIEW = """
        A rules-driven billing engine for professional-services firms.

        Money is `{"amount": "125.00", "currency": "USD"}`: plain decimal text, no more decimals than the currency has. \
        Times are RFC 3339 with an offset, dates are `YYYY-MM-DD`, periods are half-open. Fields that an endpoint does \
        not know are refused, absent values are left out, and null is no value of any field: it is refused at every depth. Lists come in pages: send `next_cursor` back as `cursor`.

        Statements and reports answer JSON, or CSV (RFC 4180, UTF-8, a header line) to `Accept: text/csv`. They come whole, with \
        at most 20,000 rows: what would be more is refused with `report-too-large`.

        Every error is `application/problem+json` (RFC 9457) with a stable `code`; `errors` point to fields as JSON \
        pointers, `violations` name the rules that refused, and `decision_id` the decision that keeps it.

        Every POST that writes needs an `Idempotency-Key`. What can change has an `ETag`, and changing it needs `If-Match`.
        """;

    static final String TOKEN =
            "A JWT signed with RS256 or ES256. Claims: iss, exp, sub (person, a UUID), roles (codes), firm (a UUID),"
                + " and client (a UUID) for the role client. Whoever is of the platform has no firm in the token and"
                + " names one in the header Feewright-Firm; a break-glass operator who reads also names the session in"
                + " Feewright-Session.";

    static final String KEY =
            "1 to 100 printable ASCII characters, of the caller's making. The same key with the same request gives the"
                    + " same answer again and has no further effect; with another request it is refused with 422.";

    static final String PROBLEM = "A problem: see `code`.";

    static final String MONEY =
            "An amount: plain decimal text such as \"125.00\", with no more decimals than the currency has,"
                    + " and an ISO 4217 code. At most a trillion of a currency with two decimals.";

    static final String CODES = Arrays.stream(ProblemCode.values())
            .map(code -> "`%s` (%d): %s".formatted(code.code(), code.status(), code.title()))
            .collect(Collectors.joining(
                    "\n",
                    "A problem (RFC 9457). Codes, beside those of conflicts (409) that name what changed:\n\n",
                    ""));

    private Prose() {}

    static String of(int status) {
        return switch (status) {
            case 412 -> "If-Match is not the current entity tag.";
            case 428 -> "If-Match is missing.";
            default -> PROBLEM;
        };
    }
}
