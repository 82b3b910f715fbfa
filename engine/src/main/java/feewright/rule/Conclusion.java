package feewright.rule;

/** What a rule may conclude, always under its own code and about one thing, named as {@link Fact#ref()} names it. */
public sealed interface Conclusion {

    /** The code of the rule that concludes, such as {@code INV-02}. */
    String code();

    /** What the conclusion is about. */
    String subject();

    /** A proposed line stands. */
    record Justification(String code, String subject) implements Conclusion {}

    /** The whole thing is refused. */
    record Violation(String code, String subject) implements Conclusion {}

    /** What was asked for, or what the world reports, may happen. */
    record Permit(String code, String subject) implements Conclusion {}
}
