package feewright.api.command;

import feewright.api.json.Texts;
import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import feewright.run.RunRequest;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the command is asked to do. Options that it does not know and that have a value are settings, for Spring. */
public record BillArguments(FirmId firm, RunRequest request, boolean resume, List<String> settings) {

    public BillArguments {
        settings = List.copyOf(settings);
    }

    /** How the command is called. */
    public static final String USAGE = "usage: bill --firm ID [--engagement ID] [--as-of DAY] [--dry-run] [--retry]"
            + " [--SETTING=VALUE ...]\n"
            + "   or: bill --firm ID --resume [--SETTING=VALUE ...]\n"
            + "(ids are UUIDs, the day is such as 2026-03-31 and may be in the future with --dry-run only)";

    /** Reads what follows the command's name; empty if it cannot be read. */
    public static Optional<BillArguments> read(List<String> arguments) {
        try {
            return Optional.of(new Reading().read(arguments));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static final class Reading {

        private @Nullable UUID firm;
        private @Nullable UUID engagement;
        private @Nullable LocalDate asOf;
        private boolean dryRun;
        private boolean retry;
        private boolean resume;
        private final List<String> settings = new ArrayList<>();

        BillArguments read(List<String> arguments) {
            Deque<String> left = new ArrayDeque<>(arguments);
            while (!left.isEmpty()) {
                option(left.removeFirst(), left);
            }
            if (firm == null || (resume && (engagement != null || asOf != null || dryRun || retry))) {
                throw new IllegalArgumentException();
            }
            EngagementId only = engagement == null ? null : new EngagementId(engagement);
            return new BillArguments(new FirmId(firm), new RunRequest(only, asOf, dryRun, retry), resume, settings);
        }

        private void option(String option, Deque<String> left) {
            switch (option) {
                case "--firm" -> firm = present(Texts.uuid(value(left)));
                case "--engagement" -> engagement = present(Texts.uuid(value(left)));
                case "--as-of" -> asOf = present(Texts.date(value(left)));
                case "--dry-run" -> dryRun = true;
                case "--retry" -> retry = true;
                case "--resume" -> resume = true;
                default -> setting(option);
            }
        }

        private void setting(String option) {
            if (!option.startsWith("--") || !option.contains("=")) {
                throw new IllegalArgumentException();
            }
            settings.add(option);
        }

        private static String value(Deque<String> left) {
            if (left.isEmpty()) {
                throw new IllegalArgumentException();
            }
            return left.removeFirst();
        }

        private static <T> T present(@Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException();
            }
            return value;
        }
    }
}
