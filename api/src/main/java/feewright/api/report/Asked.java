package feewright.api.report;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.money.Amounts;
import feewright.report.Days;
import feewright.report.ReportResult;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads what reports are asked with, and refuses with 400 what it cannot be. */
final class Asked {

    private Asked() {}

    static Days days(LocalDate from, LocalDate until) {
        if (!until.isAfter(from)) {
            throw refused("until");
        }
        return new Days(from, until);
    }

    static @Nullable CurrencyUnit currency(@Nullable String code) {
        return code == null ? null : Amounts.currency(code).orElseThrow(() -> refused("currency"));
    }

    /** The report; 404 or 422 where there is none. */
    static <T> T up(ReportResult<T> drawn) {
        return switch (drawn) {
            case ReportResult.Ready<T>(T report) -> report;
            case ReportResult.TooLarge<T> _ -> throw new ProblemException(ProblemCode.REPORT_TOO_LARGE);
            case ReportResult.NotFound<T> _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    static ProblemException refused(String parameter) {
        return new ProblemException(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter(parameter));
    }
}
