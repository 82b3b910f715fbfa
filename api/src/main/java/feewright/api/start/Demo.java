package feewright.api.start;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/** Whether this is a demo, and whether it could be: the jar holds no PostgreSQL. */
public final class Demo {

    private static final String DATABASE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private Demo() {}

    public static boolean isOn(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }

    public static boolean isPossible() {
        return ClassUtils.isPresent(DATABASE, Demo.class.getClassLoader());
    }
}
