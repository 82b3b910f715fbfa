package feewright.bench;

import java.util.function.LongSupplier;

/** One thing to be measured. The sampler does it once and gives the nanoseconds, without what it took to prepare it. */
record Measure(String name, LongSupplier sampler, Samples samples) {

    Measure(String name, LongSupplier sampler) {
        this(name, sampler, new Samples());
    }

    void once() {
        samples.add(sampler.getAsLong());
    }
}
