package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class FeewrightTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void the_application_starts() {
        assertThat(context.getBean(Feewright.class)).isNotNull();
    }
}
