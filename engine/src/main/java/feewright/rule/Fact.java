package feewright.rule;

/** Something that rules match: a flat record of ids, codes, dates and flags, never content. */
public interface Fact {

    /** Names the fact in the firing log: {@code time_entry/0198…@2}, {@code line/1}. */
    String ref();
}
