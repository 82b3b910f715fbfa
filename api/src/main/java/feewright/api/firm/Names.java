package feewright.api.firm;

import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Id;
import feewright.platform.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The names and other texts of things, which are content and kept apart, as far as the reader may see them: a client what is meant for
 * clients, a platform operator none (requirement T2). To be used in a transaction.
 */
@Component
public record Names(CustomerTexts customerTexts) {

    private static final String NAME = "name";

    /** Texts that were read together. A purged or unnamed thing has none. */
    public record Known(Map<CustomerTextKey, CustomerText> texts) {

        /** Nothing is known, or to be told. */
        public static final Known NONE = new Known(Map.of());

        public @Nullable String name(Id of) {
            return text(of, NAME);
        }

        /** Another text of a thing than its name. */
        public @Nullable String text(Id of, String field) {
            return Names.text(texts.get(CustomerTextKey.of(of, field)));
        }
    }

    /** The text, if there is one. */
    public static @Nullable String text(@Nullable CustomerText content) {
        return content == null ? null : content.text();
    }

    /** Names a new thing. */
    public void write(Actor actor, Id of, CustomerText name) {
        customerTexts.write(actor.firm(), Map.of(CustomerTextKey.of(of, NAME), name));
    }

    /** The texts of one thing. */
    public Known of(Actor actor, Id of) {
        return read(actor, List.of(of.value()));
    }

    /** The texts of the things that these refer to. */
    public <T> Known of(Actor actor, List<T> things, Function<T, Id> id) {
        return read(
                actor,
                things.stream().map(thing -> id.apply(thing).value()).distinct().toList());
    }

    private Known read(Actor actor, List<UUID> subjects) {
        if (subjects.isEmpty() || actor.is(Role.PLATFORM_OPERATOR)) {
            return Known.NONE;
        }
        Map<CustomerTextKey, CustomerText> texts = customerTexts.of(actor.firm(), subjects);
        return new Known(
                actor.is(Role.CLIENT)
                        ? texts.entrySet().stream()
                                .filter(text -> text.getKey().isForClient())
                                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue))
                        : texts);
    }
}
