package feewright.api.command;

import feewright.api.json.Texts;
import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import feewright.whatif.Question;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the command is asked to compare. Options with dots in their names are settings, for Spring. */
public record WhatIfArguments(FirmId firm, Path rules, Question question, List<String> settings) {

    /** How the command is called. */
    public static final String USAGE = "usage: what-if --firm ID --rules DIR [--from DAY --until DAY] [--engagement"
            + " ID] [--SETTING=VALUE ...]\n"
            + "(ids are UUIDs; days are such as 2026-03-31, of issue, and --until is the day after the last)";

    private static final Set<String> OPTIONS = Set.of("--firm", "--rules", "--from", "--until", "--engagement");

    public WhatIfArguments {
        settings = List.copyOf(settings);
    }

    /** Reads what follows the command's name; empty if it cannot be read. */
    public static Optional<WhatIfArguments> read(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        List<String> settings = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (OPTIONS.contains(name)) {
                String value = equals < 0 ? left.pollFirst() : argument.substring(equals + 1);
                if (value == null || given.put(name, value) != null) {
                    return Optional.empty();
                }
            } else if (name.startsWith("--") && name.contains(".") && equals > 0) {
                settings.add(argument);
            } else {
                return Optional.empty();
            }
        }
        return made(given, settings);
    }

    private static Optional<WhatIfArguments> made(Map<String, String> given, List<String> settings) {
        UUID firm = Texts.uuid(given.getOrDefault("--firm", ""));
        UUID engagement = Texts.uuid(given.getOrDefault("--engagement", ""));
        LocalDate from = Texts.date(given.getOrDefault("--from", ""));
        LocalDate until = Texts.date(given.getOrDefault("--until", ""));
        String rules = given.getOrDefault("--rules", "");
        boolean readable = firm != null
                && !rules.isBlank()
                && given.containsKey("--engagement") == (engagement != null)
                && given.containsKey("--from") == (from != null)
                && given.containsKey("--until") == (until != null);
        if (!readable || !areDays(from, until)) {
            return Optional.empty();
        }
        EngagementId only = engagement == null ? null : new EngagementId(engagement);
        return Optional.of(new WhatIfArguments(
                new FirmId(Objects.requireNonNull(firm)), Path.of(rules), new Question(from, until, only), settings));
    }

    /** Both, and a day at least; or none. */
    private static boolean areDays(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null) {
            return until == null;
        }
        return until != null && until.isAfter(from);
    }
}
