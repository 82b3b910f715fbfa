package feewright.api.paging;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page is asked for: after which id, and how many items, 1 to 200. */
public record PageRequest(@Nullable UUID before, int limit) {

    private static final int MOST = 200;
    private static final int CURSOR_BYTES = 16;

    /** Reads {@code limit} and {@code cursor}. Refuses with 400 what they cannot be. */
    public static PageRequest of(int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("limit"));
        }
        return new PageRequest(cursor == null ? null : id(cursor), limit);
    }

    /** Reads one item more than the page takes, to know whether there is a next page. {@code read} gets the id to start before. */
    public <T> Page<T> page(BiFunction<@Nullable UUID, Integer, List<T>> read, Function<T, UUID> id) {
        List<T> found = read.apply(before, limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor(id.apply(items.getLast())));
    }

    /** The same of what the reader sees of what is read. Reads on where that is not all: otherwise a page could end too early. */
    public <T> Page<T> pageOfSeen(
            BiFunction<@Nullable UUID, Integer, List<T>> read, Function<T, Optional<T>> seen, Function<T, UUID> id) {
        return page(
                (first, count) -> {
                    List<T> found = new ArrayList<>();
                    UUID from = first;
                    while (true) {
                        List<T> some = read.apply(from, count);
                        some.forEach(one -> seen.apply(one).ifPresent(found::add));
                        if (some.size() < count || found.size() >= count) {
                            return found.stream().limit(count).toList();
                        }
                        from = id.apply(some.getLast());
                    }
                },
                id);
    }

    private static String cursor(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(CURSOR_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static UUID id(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == CURSOR_BYTES) {
                ByteBuffer read = ByteBuffer.wrap(bytes);
                return new UUID(read.getLong(), read.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            throw new ProblemException(ProblemCode.CURSOR_INVALID);
        }
        throw new ProblemException(ProblemCode.CURSOR_INVALID);
    }
}
