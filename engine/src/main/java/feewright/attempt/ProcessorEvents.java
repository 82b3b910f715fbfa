package feewright.attempt;

import feewright.firm.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the events of processors, kept once each and whole, and which of them wait to be interpreted. */
public interface ProcessorEvents {

    /** Keeps an event with its body, to be interpreted; false, changing nothing, where one of its name was taken before. */
    boolean take(ProcessorEvent event, String body);

    /** Locks events that wait and nobody else has locked, the oldest first. */
    List<ProcessorEvent> lockWaiting(FirmId firm, int limit);

    /** The body as it came; empty where it was purged. */
    Optional<String> body(FirmId firm, ProcessorEventId event);

    /** Keeps what came of a locked event, which waits no more. */
    void read(ProcessorEvent event, ProcessorEvent.Reading reading);

    /** Has an event wait again. Nothing happens where it does already. */
    void replay(FirmId firm, ProcessorEventId event);

    Optional<ProcessorEvent> find(FirmId firm, ProcessorEventId event);

    /** By id descending (newest first); with an outcome, those whose latest reading has it. */
    List<ProcessorEvent> page(FirmId firm, EventFilter filter, int limit);

    /** What to look for; null means any. {@code waiting}: only those that were not interpreted yet. */
    record EventFilter(@Nullable UUID before, ProcessorEvent.@Nullable Outcome outcome, boolean waiting) {}
}
