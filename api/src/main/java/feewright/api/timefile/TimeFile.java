package feewright.api.timefile;

import feewright.time.ImportTime.RowReport;
import feewright.time.ImportedRow;
import java.util.List;

/** A file that was read: rows to import, and the reports of those that could not be read. */
public record TimeFile(List<ImportedRow> rows, List<RowReport.Faulty> unreadable) {

    public TimeFile {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /** Why a file as a whole is refused, as a code: nothing of it was read. */
    public static final class Unreadable extends Exception {

        private final String code;

        Unreadable(String code) {
            super(code);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
