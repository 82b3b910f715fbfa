package feewright.api.command;

import feewright.api.json.Texts;
import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import feewright.run.RunRequest;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the command is asked to do. Options with dots in their names are settings, for Spring; all others it has to know. */
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

        private static final Set<String> VALUED = Set.of("--firm", "--engagement", "--as-of");
        private static final Set<String> FLAGS = Set.of("--dry-run", "--retry", "--resume");

        private final Set<String> seen = new HashSet<>();
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

        /** An option is written as {@code --name value} or {@code --name=value}, and once. */
        private void option(String argument, Deque<String> left) {
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (VALUED.contains(option) || FLAGS.contains(option)) {
                if (!seen.add(option)) {
                    throw new IllegalArgumentException();
                }
                String written = equals < 0 ? null : argument.substring(equals + 1);
                own(option, written != null ? written : FLAGS.contains(option) ? "true" : value(left));
            } else {
                setting(argument, option);
            }
        }

        private void own(String option, String value) {
            switch (option) {
                case "--firm" -> firm = present(Texts.uuid(value));
                case "--engagement" -> engagement = present(Texts.uuid(value));
                case "--as-of" -> asOf = present(Texts.date(value));
                case "--dry-run" -> dryRun = flag(value);
                case "--retry" -> retry = flag(value);
                case "--resume" -> resume = flag(value);
                default -> throw new IllegalArgumentException();
            }
        }

        /** Settings have dots in their names: what has none is a misspelt option, which must not be passed over. */
        private void setting(String argument, String name) {
            if (!name.startsWith("--") || !name.contains(".") || name.equals(argument)) {
                throw new IllegalArgumentException();
            }
            settings.add(argument);
        }

        private static boolean flag(String value) {
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException();
            };
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
