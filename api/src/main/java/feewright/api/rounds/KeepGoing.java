package feewright.api.rounds;

import feewright.platform.StorageUnavailable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What threads that work for ever do with whatever ends a piece of work: they tell it in a line that quotes nothing, and go on with
 * the next. A virtual machine that is broken, or out of memory, ends the process instead: nothing in it can be trusted any more.
 */
public final class KeepGoing {

    /** EX_SOFTWARE of sysexits.h. */
    static final int EXIT_CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(KeepGoing.class);

    private KeepGoing() {}

    /** Does the work; whether it came to its end. */
    public static boolean through(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Throwable met) {
            goOn(what, met);
            return false;
        }
    }

    /** The same, but that the database is away is left to whoever asked. What failed gives {@code otherwise}. */
    public static <T> T unlessAway(String what, Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (StorageUnavailable away) {
            throw away;
        } catch (Throwable met) {
            goOn(what, met);
            return otherwise;
        }
    }

    private static void goOn(String what, Throwable met) {
        switch (met) {
            case StorageUnavailable _ -> LOG.warn("{}: the database cannot be reached; goes on later", what);
            case StackOverflowError _ ->
                LOG.error("{} stopped: {}", what, met.getClass().getName());
            case VirtualMachineError _ -> {
                LOG.error("{} met {}: the process ends", what, met.getClass().getName());
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            case Error _ -> LOG.error("{} stopped: {}", what, met.getClass().getName());
            default -> LOG.warn("{} stopped: {}", what, met.getClass().getName());
        }
    }
}
