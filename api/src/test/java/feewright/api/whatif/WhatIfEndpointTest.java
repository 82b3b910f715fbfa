package feewright.api.whatif;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import feewright.api.problem.ProblemException;
import feewright.api.whatif.WhatIfEndpoint.Rules;
import feewright.drools.CandidateRules;
import feewright.drools.DroolsRulebook;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class WhatIfEndpointTest {

    private final DroolsRulebook core = DroolsRulebook.open(null);

    @Test
    void where_no_directory_is_named_there_is_nothing_to_compare_with_X4() {
        Rules rules = new Rules(core, new CandidateRules(core, null));

        refuses(rules, "candidate-missing");
    }

    @Test
    void a_directory_that_cannot_be_read_is_refused_as_its_faults_are_X4() {
        Rules rules = new Rules(core, new CandidateRules(core, Path.of("nowhere")));

        refuses(rules, "candidate-refused");
    }

    private static void refuses(Rules rules, String code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(rules::packs)
                .extracting(refused -> refused.problem().code(), InstanceOfAssertFactories.STRING)
                .isEqualTo(code);
    }
}
