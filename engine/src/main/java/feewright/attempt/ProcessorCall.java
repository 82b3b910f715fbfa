package feewright.attempt;

/** What a processor has to be asked, once the attempt is committed and outside any transaction. */
public sealed interface ProcessorCall {

    Charge charge();

    /** To collect it: for the first time, or again under the same key. */
    record Collect(Charge charge) implements ProcessorCall {}

    /** How it stands: its key may be forgotten by now, or the processor has it for sure. */
    record LookUp(Charge charge) implements ProcessorCall {}
}
