package feewright.api.timefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column layout: the columns that it is recognised by, and which column says what. Names compare without case. The worker is
 * the first of the named columns that is not blank, the length likewise; {@code a+b} joins two columns.
 */
record Layout(Set<String> required, Columns columns) {

    static final String CLIENT = "client";
    static final String PROJECT = "project";

    /** Harvest says whether it has billed a row itself; Clockify, in newer exports, calls it the same without the question. */
    static final List<String> INVOICED = List.of("invoiced?", "invoiced");

    /** Toggl before Clockify: both name a start date, and only the name of the duration tells them apart. */
    private static final List<Layout> KNOWN = List.of(
            new Layout(
                    Set.of("email", "start date", "duration"),
                    new Columns(
                            List.of("email", "user"), "start date", List.of("duration"), "description", "billable")),
            new Layout(
                    Set.of("start date", "duration (h)"),
                    new Columns(
                            List.of("email", "user"),
                            "start date",
                            List.of("duration (h)", "duration (decimal)"),
                            "description",
                            "billable")),
            new Layout(
                    Set.of("date", "hours", "first name", "last name"),
                    new Columns(
                            List.of("email", "first name+last name"), "date", List.of("hours"), "notes", "billable?")));

    /** Which column says what. */
    record Columns(List<String> worker, String day, List<String> length, String description, String billable) {}

    /** The layout that a header row has. */
    static Optional<Layout> of(List<String> header) {
        Set<String> names = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return KNOWN.stream()
                .filter(layout -> names.containsAll(layout.required))
                .findFirst();
    }
}
