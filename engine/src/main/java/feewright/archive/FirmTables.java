package feewright.archive;

import feewright.platform.FirmId;
import java.util.List;
import java.util.function.Consumer;

/** Port: every table that holds rows of firms, as the storage itself knows them, so that a new one cannot be forgotten. */
public interface FirmTables {

    /** All of them, those that others refer to first. */
    List<FirmTable> all();

    /** Gives every row of the firm as one line of JSON, in the order of the primary key. Holds few of them at a time. */
    void read(FirmId firm, FirmTable table, Consumer<String> line);

    /** Adds rows as they were read. What the tables demand of one another is looked at by the end of the transaction. */
    void add(FirmId firm, FirmTable table, List<String> lines);
}
