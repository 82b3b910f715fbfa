package feewright.api.archive;

import java.util.List;

/** Ends an import and rolls it back. Says why, in codes, names of files and tables, ids and amounts. An answer, not a defect. */
final class ImportRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final List<String> faults;

    ImportRejected(String fault) {
        this(List.of(fault));
    }

    ImportRejected(List<String> faults) {
        super(faults.getFirst(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
