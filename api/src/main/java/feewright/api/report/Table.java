package feewright.api.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer that can be given as rows of cells, too. What people wrote is in cells of type Content, absent values are null. */
public interface Table {

    /** The names of the columns. */
    List<String> header();

    Stream<List<@Nullable Object>> cells();
}
