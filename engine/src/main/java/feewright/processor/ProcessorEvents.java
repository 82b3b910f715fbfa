package feewright.processor;

import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the events of processors, kept once each and whole, and which of them wait to be interpreted. */
public interface ProcessorEvents {

    /** Keeps an event with its body, to be interpreted; false, changing nothing, where one of its name was taken before. */
    boolean take(ProcessorEvent event, String body);

    /** Locks events that wait to be read by an instant and nobody else has locked, those that waited longest first. */
    List<ProcessorEvent> lockWaiting(FirmId firm, Instant now, int limit);

    /** Locks this event, if it still waits by an instant and nobody else has locked it. */
    Optional<ProcessorEvent> lockWaiting(FirmId firm, ProcessorEventId event, Instant now);

    /** The body as it came; empty where it was purged. */
    Optional<String> body(FirmId firm, ProcessorEventId event);

    /** Keeps what came of a locked event, which waits no more (null), or to be read again at an instant. */
    void read(ProcessorEvent event, ProcessorEvent.Interpretation reading, @Nullable Instant again);

    /** Has an event wait to be read again from an instant on. */
    void replay(FirmId firm, ProcessorEventId event, Instant now);

    Optional<ProcessorEvent> find(FirmId firm, ProcessorEventId event);

    /** By id descending (newest first); with an outcome, those whose latest reading has it. */
    List<ProcessorEvent> page(FirmId firm, EventFilter filter, int limit);

    /** What to look for; null means any. {@code waiting}: only those that were not interpreted yet. */
    record EventFilter(@Nullable UUID before, ProcessorEvent.@Nullable Outcome outcome, boolean waiting) {}
}
