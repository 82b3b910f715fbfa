package feewright.api.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.Environment;

/** Settings as the beans will have them, and a list of faults: what cannot be read is one of them, and does not hide the others. */
record BoundSettings(Binder binder, List<String> faults) {

    BoundSettings(Environment environment) {
        this(Binder.get(environment), new ArrayList<>());
    }

    /** Empty, and a fault, where one of them cannot be read. */
    <T> Optional<T> of(String prefix, Class<T> type) {
        try {
            return Optional.of(binder.bindOrCreate(prefix, Bindable.of(type)));
        } catch (BindException unreadable) {
            faults.add(unreadable(prefix, unreadable));
            return Optional.empty();
        }
    }

    /** Empty where it is not set; and a fault, where it cannot be read. */
    <T> Optional<T> value(String name, Class<T> type) {
        try {
            return Optional.ofNullable(binder.bind(name, Bindable.of(type)).orElse(null));
        } catch (BindException unreadable) {
            faults.add(unreadable(name, unreadable));
            return Optional.empty();
        }
    }

    /** Names the setting, and does not quote it: it may be a secret. */
    private static String unreadable(String prefix, BindException unreadable) {
        @Nullable ConfigurationProperty property = unreadable.getProperty();
        String name = property == null ? prefix : property.getName().toString();
        return name + " cannot be read: it has to be "
                + wanted(unreadable.getTarget().getType().resolve(Object.class));
    }

    private static String wanted(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type == Duration.class ? "a duration, such as PT5S" : "a " + type.getSimpleName();
    }
}
