package feewright.api.firm;

import feewright.firm.Actor;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.Id;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of things, which are content and kept apart. To be used in a transaction. */
@Component
public record Names(Contents contents) {

    private static final String NAME = "name";

    /** Texts that were read together. A purged or unnamed thing has none. */
    public record Known(Map<ContentKey, Content> texts) {

        public @Nullable String name(Id of) {
            return text(of, NAME);
        }

        /** Another text of a thing than its name. */
        public @Nullable String text(Id of, String field) {
            Content content = texts.get(ContentKey.of(of, field));
            return content == null ? null : content.text();
        }
    }

    /** Names a new thing. */
    public void write(Actor actor, Id of, Content name) {
        contents.write(actor.firm(), Map.of(ContentKey.of(of, NAME), name));
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
        return new Known(subjects.isEmpty() ? Map.of() : contents.of(actor.firm(), subjects));
    }
}
