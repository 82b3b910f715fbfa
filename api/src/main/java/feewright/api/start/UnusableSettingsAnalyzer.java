package feewright.api.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator what to set. */
final class UnusableSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableSettings cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "See the settings in docs/operators.md"
                        + (Demo.isPossible()
                                ? ", or start with the profile demo."
                                : ". To try Feewright without any: ./mvnw -q -Pdemo, from the sources."),
                cause);
    }
}
