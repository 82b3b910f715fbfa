package feewright.api.start;

import java.util.List;

/** The settings cannot be used as they are: one is missing, contradicts another, or names something unusable. The message says what to do. */
public final class UnusableSettings extends IllegalStateException {

    public UnusableSettings(String whatToDo) {
        super(whatToDo);
    }

    /** Several at once. */
    public UnusableSettings(List<String> whatToDo) {
        super(String.join("\n", whatToDo));
    }

    public UnusableSettings(String whatToDo, Exception cause) {
        super(whatToDo, cause);
    }
}
