package feewright.api.command;

import feewright.api.json.Texts;
import feewright.firm.FirmId;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the commands for archives are asked to do. Options with dots in their names are settings, for Spring. */
public record FileArguments(@Nullable FirmId firm, Path file, List<String> settings) {

    public FileArguments {
        settings = List.copyOf(settings);
    }

    /** Reads what follows the command's name; empty if it cannot be read, or no file is named. */
    public static Optional<FileArguments> read(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        List<String> settings = new ArrayList<>();
        UUID firm = null;
        String file = null;
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? left.peekFirst() : argument.substring(equals + 1);
            if (name.contains(".") && equals > 0) {
                settings.add(argument);
            } else if (name.equals("--firm") && firm == null && value != null && Texts.uuid(value) != null) {
                firm = Texts.uuid(value);
                skip(left, equals);
            } else if (name.equals("--file") && file == null && value != null) {
                file = value;
                skip(left, equals);
            } else {
                return Optional.empty();
            }
        }
        return file == null
                ? Optional.empty()
                : Optional.of(new FileArguments(firm == null ? null : new FirmId(firm), Path.of(file), settings));
    }

    private static void skip(Deque<String> left, int equals) {
        if (equals < 0) {
            left.removeFirst();
        }
    }
}
