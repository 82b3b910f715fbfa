package feewright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement T2: what a client may read is named; all else is for inside. */
class CustomerTextKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "client-name",
                "line-12",
                "description@3",
                "signatory",
                "reference",
                "client-note",
                "client-note@ending",
                "client-note@pause-2"
            })
    void what_stands_on_papers_and_what_a_client_is_told_is_for_clients(String field) {
        assertThat(new CustomerTextKey(UUID.randomUUID(), field).isForClient()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reason",
                "override-reason",
                "rejection@1",
                "reason@ending",
                "reason@pause-2",
                "email",
                "url",
                "name-reason",
                "reason-client-note",
                "something-new"
            })
    void all_else_is_for_inside(String field) {
        assertThat(new CustomerTextKey(UUID.randomUUID(), field).isForClient()).isFalse();
    }
}
