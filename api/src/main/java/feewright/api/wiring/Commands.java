package feewright.api.wiring;

import feewright.api.start.UnusableSettings;
import feewright.firm.StorageUnavailable;
import java.io.PrintStream;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The commands that need the settings of an instance, by their names. */
public final class Commands {

    /** Of every command: its settings cannot be used, or the database cannot be reached. */
    public static final int CANNOT_BEGIN = 4;

    private Commands() {}

    /** Runs the command and gives its exit code; empty where none is named. */
    public static OptionalInt run(String[] arguments, PrintStream out) {
        try {
            return switch (arguments.length == 0 ? "" : arguments[0]) {
                case RegisterFirm.NAME -> OptionalInt.of(RegisterFirm.run(arguments, out));
                case Bill.NAME -> OptionalInt.of(Bill.run(arguments, out));
                case WhatIf.NAME -> OptionalInt.of(WhatIf.run(arguments, out));
                case Archives.EXPORT, Archives.IMPORT -> OptionalInt.of(Archives.run(arguments, out));
                default -> OptionalInt.empty();
            };
        } catch (StorageUnavailable lost) {
            out.println("the database cannot be reached: run the command again, it finds out what was done");
            return OptionalInt.of(CANNOT_BEGIN);
        } catch (RuntimeException failure) {
            if (isToldOf(failure)) {
                return OptionalInt.of(CANNOT_BEGIN);
            }
            throw failure;
        }
    }

    /** Settings that cannot be used were told when the application did not start. */
    private static boolean isToldOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSettings) {
                return true;
            }
        }
        return false;
    }
}
