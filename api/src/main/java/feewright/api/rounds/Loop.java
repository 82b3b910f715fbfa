package feewright.api.rounds;

import java.time.Duration;

/**
 * A thread that works for ever: a turn, a rest, the next turn. Whatever a turn meets, the next one comes, or the process ends
 * ({@link KeepGoing}); it never dies quietly.
 */
public final class Loop {

    private final String name;
    private final Duration rest;
    private final Thread thread;
    private volatile boolean going;
    private volatile boolean began;
    private volatile long endedTurnAt;

    /** Does nothing until it begins. The name is that of the thread. */
    public Loop(String name, Duration rest, Runnable turn) {
        this.name = name;
        this.rest = rest;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> turnForEver(turn));
    }

    private void turnForEver(Runnable turn) {
        while (going) {
            if (KeepGoing.through(name, turn)) {
                endedTurnAt = System.nanoTime();
            }
            pause(rest);
        }
    }

    /** How it stands. {@code sinceTurn}: how long ago it last went round to the end, or began. */
    public record Standing(String name, Duration rest, boolean alive, Duration sinceTurn) {}

    /** From now on it goes: by turns of its own if this is {@code enabled}, and only as a flag otherwise. */
    public void begin(boolean enabled) {
        going = true;
        endedTurnAt = System.nanoTime();
        if (enabled) {
            began = true;
            thread.start();
        }
    }

    /** The turn that is under way is the last. */
    public void end() {
        going = false;
        thread.interrupt();
    }

    public boolean isGoing() {
        return going;
    }

    /** Whether it goes by turns of its own. */
    public boolean isAtWork() {
        return going && began;
    }

    public Standing standing() {
        return new Standing(name, rest, thread.isAlive(), Duration.ofNanos(System.nanoTime() - endedTurnAt));
    }

    /** Rests; no longer once the loop of this thread ends. */
    public static void pause(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
