package feewright.api.rounds;

/** Has a thread that works for ever; whether it goes round is a part of the health of the instance. */
public interface Looping {

    Loop loop();
}
